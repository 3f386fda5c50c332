package io.albumen.photo.media;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A file's name as shown and as offered for saving: never a path, without characters that hide or
 * turn text around, at most 200 characters. The extension survives.
 */
public record FileName(String value) {
  private static final int MAX_LENGTH = 200;
  private static final int MAX_EXTENSION = 16;
  private static final String UNNAMED = "unnamed";
  private static final Pattern SEPARATORS = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);

  /** Control characters, lone surrogates, and what changes the direction of text. */
  private static final Pattern UNSAFE =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2028\\u2029\\u2066-\\u2069\\uFEFF]");

  /** Of Windows, where these are no files, whatever follows the first full stop. */
  private static final Pattern RESERVED =
      Pattern.compile(
          "(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9\\u00B9\\u00B2\\u00B3]) *(\\..*)?");

  /** Files that begin so are hidden elsewhere. */
  private static final Pattern LEADING_STOPS = Pattern.compile("^[. ]+");

  /** Makes a safe name of whatever a client announced. */
  public static FileName of(String announced) {
    var text = Normalizer.normalize(UNSAFE.matcher(announced).replaceAll(""), Normalizer.Form.NFC);
    var named = named(SEPARATORS.matcher(text).replaceFirst("").strip());
    return new FileName(shortened(RESERVED.matcher(named).matches() ? "_" + named : named));
  }

  /** Of what is no more than an extension, that survives. */
  private static String named(String last) {
    var seen = LEADING_STOPS.matcher(last).replaceFirst("");
    if (seen.isEmpty()) {
      return UNNAMED;
    }
    return last.startsWith(".") && !seen.contains(".") ? UNNAMED + "." + seen : seen;
  }

  private static String shortened(String name) {
    var length = name.codePointCount(0, name.length());
    if (length <= MAX_LENGTH) {
      return name;
    }
    var dot = name.lastIndexOf('.');
    var extension = dot > 0 && name.length() - dot <= MAX_EXTENSION ? name.substring(dot) : "";
    var kept = name.offsetByCodePoints(0, MAX_LENGTH - extension.length());
    return name.substring(0, kept) + extension;
  }

  @Override
  public String toString() {
    return value;
  }
}
