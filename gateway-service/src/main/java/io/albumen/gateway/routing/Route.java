package io.albumen.gateway.routing;

import io.albumen.gateway.upstream.Upstream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the table says of a service.
 *
 * @param patience until an answer begins, where no path says otherwise
 * @param byPath longest path first
 */
record Route(String service, Upstream upstream, Duration patience, List<PathPatience> byPath) {
  /** Holds for the path itself and everything below. */
  record PathPatience(String path, Duration patience) {
    boolean covers(String other) {
      return other.startsWith(path)
          && (other.length() == path.length() || other.charAt(path.length()) == '/');
    }
  }

  Duration patienceFor(String path) {
    for (var entry : byPath) {
      if (entry.covers(path)) {
        return entry.patience();
      }
    }
    return patience;
  }

  Duration longestPatience() {
    return Stream.concat(Stream.of(patience), byPath.stream().map(PathPatience::patience))
        .reduce(patience, (a, b) -> a.compareTo(b) > 0 ? a : b);
  }
}
