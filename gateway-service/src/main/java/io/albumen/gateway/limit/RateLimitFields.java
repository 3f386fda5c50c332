package io.albumen.gateway.limit;

import io.vertx.core.MultiMap;
import java.util.concurrent.TimeUnit;

/**
 * The fields {@code RateLimit} and {@code RateLimit-Policy} of
 * draft-ietf-httpapi-ratelimit-headers.
 */
final class RateLimitFields {
  private RateLimitFields() {}

  /**
   * Adds a line to each; several make one list. {@code r}: calls possible at once, {@code t}:
   * seconds until all {@code q} are.
   */
  static void tell(MultiMap headers, Rate rate, Buckets.Draw draw) {
    var name = "\"" + rate.name() + "\"";
    headers.add("RateLimit", name + ";r=" + draw.remaining() + ";t=" + seconds(draw.untilFull()));
    headers.add(
        "RateLimit-Policy", name + ";q=" + rate.permits() + ";w=" + rate.window().toSeconds());
  }

  /** Rounded up: who waits this long has waited long enough. */
  static long seconds(long nanos) {
    return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
  }
}
