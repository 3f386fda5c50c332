package io.albumen.local.ses;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.albumen.local.protocol.AwsFailure;
import io.albumen.local.protocol.AwsRequest;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A form post of the query protocol: {@code Destination.ToAddresses.member.1=…}. */
record QueryRequest(Map<String, String> fields) {
  private static final int MAX_MEMBERS = 1_000;

  static QueryRequest parse(AwsRequest request) {
    var fields = new HashMap<String, String>();
    for (var pair : new String(request.body(), UTF_8).split("&")) {
      var parts = pair.split("=", 2);
      fields.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
    }
    return new QueryRequest(fields);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw new AwsFailure("MalformedInput", "The request body is not form-encoded.");
    }
  }

  String action() {
    return text("Action");
  }

  /** Empty when it was not sent. */
  String text(String name) {
    return fields.getOrDefault(name, "");
  }

  String required(String name) {
    var value = text(name);
    if (value.isEmpty()) {
      throw new AwsFailure(
          "ValidationError",
          "1 validation error detected: Value null at '%s' failed to satisfy constraint: Member must not be null"
              .formatted(lowerFirst(name)));
    }
    return value;
  }

  List<String> members(String name) {
    return IntStream.rangeClosed(1, MAX_MEMBERS)
        .mapToObj(index -> fields.get(name + ".member." + index))
        .takeWhile(value -> value != null)
        .map(String::valueOf)
        .toList();
  }

  private static String lowerFirst(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
