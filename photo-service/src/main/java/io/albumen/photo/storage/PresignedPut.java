package io.albumen.photo.storage;

import java.util.Map;

/**
 * A URL that takes one object, once.
 *
 * @param headers that the client must send with exactly these values, besides {@code
 *     Content-Length} and {@code Host}, which it sends by itself
 */
public record PresignedPut(String url, Map<String, String> headers) {
  public PresignedPut {
    headers = Map.copyOf(headers);
  }

  /** The URL lets its bearer write: it stays out of logs. */
  @Override
  public String toString() {
    return "PresignedPut[headers=%s]".formatted(headers.keySet());
  }
}
