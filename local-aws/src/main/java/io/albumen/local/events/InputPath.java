package io.albumen.local.events;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.albumen.local.protocol.AwsFailure;
import java.util.regex.Pattern;

/** The paths EventBridge understands without wildcards: {@code $.detail.items[0].name}. */
public final class InputPath {
  private static final Pattern SHAPE =
      Pattern.compile("\\$(?:\\.[A-Za-z0-9_-]+(?:\\[\\d{1,9}])*)*");

  private InputPath() {}

  public static void check(String path) {
    if (!SHAPE.matcher(path).matches()) {
      throw new AwsFailure(
          "ValidationException",
          "Parameter InputPath is not valid. Reason: %s is not a path.".formatted(path));
    }
  }

  static JsonNode apply(String path, JsonNode event) {
    var pointer = path.substring(1).replace('.', '/').replaceAll("\\[(\\d+)]", "/$1");
    return event.at(JsonPointer.compile(pointer));
  }
}
