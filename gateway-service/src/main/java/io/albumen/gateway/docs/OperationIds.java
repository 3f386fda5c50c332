package io.albumen.gateway.docs;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names for operations that their service has not named. */
final class OperationIds {
  private OperationIds() {}

  /** {@code get /api/v1/media/{id}/content} is {@code getMediaByIdContent}. */
  static String of(String method, String path) {
    return Arrays.stream(path.substring("/api/v1/".length()).split("/", -1))
        .map(segment -> segment.replaceFirst("\\{(.+)}", "by-$1"))
        .flatMap(segment -> Arrays.stream(segment.split("[^A-Za-z0-9]+", -1)))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining("", method, ""));
  }
}
