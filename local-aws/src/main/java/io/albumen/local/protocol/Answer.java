package io.albumen.local.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What goes back over the wire. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answer(int status, Map<String, String> headers, byte[] body) {

  public static Answer json(int status, Object value) {
    return new Answer(status, Map.of("Content-Type", "application/json"), Json.bytes(value));
  }

  public static Answer text(int status, String contentType, String text) {
    return new Answer(
        status, Map.of("Content-Type", contentType), text.getBytes(StandardCharsets.UTF_8));
  }

  public static Answer empty(int status) {
    return new Answer(status, Map.of(), new byte[0]);
  }
}
