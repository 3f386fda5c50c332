package io.albumen.auth.runtime;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads an item of the table; an attribute that must be there and is not means broken data. */
public record StoredItem(Map<String, AttributeValue> attributes) {

  public String text(String name) {
    return attribute(name).s();
  }

  public Optional<String> optionalText(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
  }

  public long number(String name) {
    return Long.parseLong(attribute(name).n());
  }

  public boolean flag(String name) {
    return attribute(name).bool();
  }

  /** Kept in milliseconds. */
  public Instant time(String name) {
    return Instant.ofEpochMilli(number(name));
  }

  public Optional<Instant> optionalTime(String name) {
    return attributes.containsKey(name) ? Optional.of(time(name)) : Optional.empty();
  }

  /** A map of times. */
  public Map<String, Instant> times(String name) {
    return attribute(name).m().entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey,
                entry -> Instant.ofEpochMilli(Long.parseLong(entry.getValue().n()))));
  }

  private AttributeValue attribute(String name) {
    var value = attributes.get(name);
    if (value == null) {
      throw new IllegalStateException("an item without " + name);
    }
    return value;
  }

  @Override
  public String toString() {
    return "StoredItem" + attributes.keySet();
  }
}
