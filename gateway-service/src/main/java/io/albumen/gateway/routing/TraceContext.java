package io.albumen.gateway.routing;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The {@code traceparent} of W3C Trace Context. */
final class TraceContext {
  static final String PARENT = "traceparent";
  static final String STATE = "tracestate";
  private static final int LENGTH = 55;
  private static final int TRACE_ID = 3;
  private static final int PARENT_ID = 36;
  private static final int FLAGS = 53;
  private static final String UNSAMPLED = "-00";

  private TraceContext() {}

  /** Whether a received value names a trace that can be gone on with. */
  static boolean isValid(@Nullable String parent) {
    return parent != null
        && parent.length() >= LENGTH
        && (parent.length() == LENGTH || (!parent.startsWith("00") && parent.charAt(LENGTH) == '-'))
        && !parent.startsWith("ff")
        && isHex(parent, 0, TRACE_ID - 1)
        && isId(parent, TRACE_ID, PARENT_ID - 1)
        && isId(parent, PARENT_ID, FLAGS - 1)
        && isHex(parent, FLAGS, LENGTH)
        && parent.charAt(TRACE_ID - 1) == '-'
        && parent.charAt(PARENT_ID - 1) == '-'
        && parent.charAt(FLAGS - 1) == '-';
  }

  private static boolean isId(String text, int begin, int end) {
    boolean zero = true;
    for (int i = begin; i < end; i++) {
      zero &= text.charAt(i) == '0';
    }
    return !zero && isHex(text, begin, end);
  }

  private static boolean isHex(String text, int begin, int end) {
    for (int i = begin; i < end; i++) {
      var c = text.charAt(i);
      if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
        return false;
      }
    }
    return true;
  }

  /** A new trace. The gateway records none, so it is not marked as sampled. */
  static String begin() {
    var random = ThreadLocalRandom.current();
    var hex = HexFormat.of();
    return "00-"
        + hex.toHexDigits(random.nextLong() | 1)
        + hex.toHexDigits(random.nextLong())
        + "-"
        + hex.toHexDigits(random.nextLong() | 1)
        + UNSAMPLED;
  }
}
