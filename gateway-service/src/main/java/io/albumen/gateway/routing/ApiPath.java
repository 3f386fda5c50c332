package io.albumen.gateway.routing;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path under {@code /api/v1}. Only one spelling is taken: whatever two parsers could read in two
 * ways (dot segments, doubled or encoded slashes, encoded dots, path parameters, controls) is
 * refused, so that what was routed is what the service sees.
 *
 * @param service named by an {@code /admin/<service>} path, else empty
 */
record ApiPath(String segment, String service) {
  private static final Pattern CANONICAL =
      Pattern.compile("/api/v1(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~!$&'()*+,=:@%-]+)+");
  private static final Pattern TRICK =
      Pattern.compile("%(?:2[eEfF]|5[cC]|[01][0-9A-Fa-f]|7[fF]|25|(?![0-9A-Fa-f]{2}))");

  static Optional<ApiPath> of(String path) {
    if (!CANONICAL.matcher(path).matches() || TRICK.matcher(path).find()) {
      return Optional.empty();
    }
    var segments = path.split("/", 6);
    return Optional.of(
        new ApiPath(
            segments[3], segments[3].equals("admin") && segments.length > 4 ? segments[4] : ""));
  }
}
