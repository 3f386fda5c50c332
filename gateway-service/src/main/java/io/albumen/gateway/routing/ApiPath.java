package io.albumen.gateway.routing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A path under {@code /api/v1}. Only one spelling is taken: whatever two parsers could read in two
 * ways (dot segments, doubled or encoded slashes, encoded dots, path parameters, controls) is
 * refused, so that what was routed is what the service sees. Read by hand: every request passes
 * here.
 *
 * @param service named by an {@code /admin/<service>} path, else empty
 */
record ApiPath(String segment, String service) {
  private static final String PREFIX = "/api/v1/";
  private static final String ADMIN = "admin";
  private static final boolean[] PLAIN = new boolean[128];

  static {
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._~!$&'()*+,=:@-"
        .chars()
        .forEach(c -> PLAIN[c] = true);
  }

  static Optional<ApiPath> of(String path) {
    if (!path.startsWith(PREFIX)) {
      return Optional.empty();
    }
    for (int begin = PREFIX.length(); begin <= path.length(); ) {
      int end = endOfSegment(path, begin);
      if (end < 0) {
        return Optional.empty();
      }
      begin = end + 1;
    }
    var segment = segmentAt(path, PREFIX.length());
    var next = PREFIX.length() + segment.length() + 1;
    var service = segment.equals(ADMIN) && next < path.length() ? segmentAt(path, next) : "";
    return Optional.of(new ApiPath(segment, service));
  }

  /** Whether a query can stand in a request line as it is; HTTP/2 would carry anything. */
  static boolean isPlainQuery(@Nullable String query) {
    if (query == null) {
      return true;
    }
    for (int i = 0; i < query.length(); i++) {
      var c = query.charAt(i);
      if (c <= ' ' || c >= 0x7f || c == '#') {
        return false;
      }
    }
    return true;
  }

  private static String segmentAt(String path, int begin) {
    int end = path.indexOf('/', begin);
    return end < 0 ? path.substring(begin) : path.substring(begin, end);
  }

  /** Where the segment ends, or −1 if it is none. */
  private static int endOfSegment(String path, int begin) {
    int i = begin;
    while (i < path.length() && path.charAt(i) != '/') {
      var c = path.charAt(i);
      if (c == '%') {
        if (!isHarmlessEscape(path, i)) {
          return -1;
        }
        i += 3;
      } else if (c < PLAIN.length && PLAIN[c]) {
        i++;
      } else {
        return -1;
      }
    }
    return i == begin || isDots(path, begin, i) ? -1 : i;
  }

  private static boolean isDots(String path, int begin, int end) {
    return (end - begin == 1 && path.charAt(begin) == '.')
        || (end - begin == 2 && path.charAt(begin) == '.' && path.charAt(begin + 1) == '.');
  }

  /** Two hexadecimal digits that stand for no dot, slash, backslash, percent sign or control. */
  private static boolean isHarmlessEscape(String path, int at) {
    if (at + 2 >= path.length()) {
      return false;
    }
    int high = Character.digit(path.charAt(at + 1), 16);
    int low = Character.digit(path.charAt(at + 2), 16);
    int value = high * 16 + low;
    return high >= 0
        && low >= 0
        && value >= 0x20
        && value != 0x7f
        && value != '.'
        && value != '/'
        && value != '\\'
        && value != '%';
  }
}
