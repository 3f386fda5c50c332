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

  private static final Pattern RESERVED =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

  /** Makes a safe name of whatever a client announced. */
  public static FileName of(String announced) {
    var text = Normalizer.normalize(UNSAFE.matcher(announced).replaceAll(""), Normalizer.Form.NFC);
    var last = SEPARATORS.matcher(text).replaceFirst("").strip();
    if (last.chars().allMatch(character -> character == '.' || character == ' ')) {
      return new FileName(UNNAMED);
    }
    var named = last.startsWith(".") && last.lastIndexOf('.') == 0 ? UNNAMED + last : last;
    return new FileName(shortened(RESERVED.matcher(named).matches() ? "_" + named : named));
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
