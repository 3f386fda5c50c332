package io.albumen.common;

import java.util.UUID;

/** A person's id: the Cognito {@code sub}, a UUID. */
public record UserId(UUID value) {

  public static UserId fromString(String text) {
    return new UserId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
