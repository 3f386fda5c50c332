package io.albumen.auth.directory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may do beyond their own; a group of the pool each. */
public enum Role {
  MODERATOR,
  ADMIN;

  /** As the pool and tokens name it. */
  public String group() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty for groups that mean nothing here. */
  public static Optional<Role> ofGroup(String group) {
    return Arrays.stream(values()).filter(role -> role.group().equals(group)).findFirst();
  }
}
