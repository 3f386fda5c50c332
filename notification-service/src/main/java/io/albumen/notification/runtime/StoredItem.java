package io.albumen.notification.runtime;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads an item of the table; an attribute that must be there and is not means broken data. */
public record StoredItem(Map<String, AttributeValue> attributes) {
  public boolean has(String name) {
    return attributes.containsKey(name);
  }

  public String text(String name) {
    return attribute(name).s();
  }

  public long number(String name) {
    return Long.parseLong(attribute(name).n());
  }

  public UUID uuid(String name) {
    return UUID.fromString(text(name));
  }

  public Instant time(String name) {
    return Instant.ofEpochMilli(number(name));
  }

  public @Nullable Instant timeOrNull(String name) {
    return has(name) ? time(name) : null;
  }

  private AttributeValue attribute(String name) {
    var value = attributes.get(name);
    if (value == null) {
      throw new IllegalStateException("item without " + name);
    }
    return value;
  }
}
