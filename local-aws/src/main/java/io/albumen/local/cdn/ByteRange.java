package io.albumen.local.cdn;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One range of an object, both ends included.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14">RFC 9110 §14</a>
 */
record ByteRange(long first, long last) {
  private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /** No such bytes in the object. */
  static final class NotSatisfiable extends RuntimeException {}

  /**
   * The range a header asks for; absent when the whole object is to be answered, as it is for
   * several ranges or a header that makes no sense.
   */
  static Optional<ByteRange> parse(@Nullable String header, long size) {
    var match = SINGLE.matcher(header == null ? "" : header);
    if (!match.matches() || (match.group(1).isEmpty() && match.group(2).isEmpty())) {
      return Optional.empty();
    }
    var range =
        match.group(1).isEmpty()
            ? new ByteRange(Math.max(0, size - Long.parseLong(match.group(2))), size - 1)
            : new ByteRange(Long.parseLong(match.group(1)), lastOf(match.group(2), size));
    if (range.first >= size || range.last < range.first) {
      throw new NotSatisfiable();
    }
    return Optional.of(range);
  }

  private static long lastOf(String text, long size) {
    return text.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(text));
  }

  long length() {
    return last - first + 1;
  }
}
