package io.albumen.photo.download;

import io.albumen.photo.media.FileName;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names inside archives that unpack anywhere: no path, nothing that any file system refuses or a
 * shell or a spreadsheet takes for more than a name, no two alike even where case doesn't count.
 */
final class EntryNames {
  /** Where an archive tells what it lacks. */
  static final String MISSING = "missing.txt";

  /** File systems take 255 bytes; a number may still be added. */
  private static final int MAX_BYTES = 230;

  private static final Pattern REFUSED = Pattern.compile("[<>:\"|?*/\\\\]");
  private static final Pattern TRAILING = Pattern.compile("[. ]+$");
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@~]");

  private final Set<String> taken = new HashSet<>(Set.of(MISSING));
  private final Map<String, Integer> numbers = new HashMap<>();

  /** The name under which the next original goes in; its extension survives. */
  String next(FileName original) {
    var safe = safe(original.value());
    var name = safe;
    while (!taken.add(name.toLowerCase(Locale.ROOT))) {
      name = numbered(safe, numbers.merge(safe.toLowerCase(Locale.ROOT), 1, Integer::sum) + 1);
    }
    return name;
  }

  /** As the name of an archive itself. */
  static String safe(String announced) {
    var name = FileName.of(announced).value();
    name = REFUSED.matcher(name).replaceAll("_");
    name = TRAILING.matcher(name).replaceFirst("");
    name = FORMULA.matcher(name).find() ? "_" + name : name;
    return shortened(FileName.of(name).value());
  }

  private static String numbered(String name, int number) {
    return stem(name) + " (" + number + ")" + extension(name);
  }

  private static String shortened(String name) {
    var stem = stem(name);
    var extension = extension(name);
    while (bytes(stem + extension) > MAX_BYTES) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    return stem + extension;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String stem(String name) {
    return name.substring(0, name.length() - extension(name).length());
  }

  private static String extension(String name) {
    var dot = name.lastIndexOf('.');
    return dot > 0 && name.length() - dot <= 16 ? name.substring(dot) : "";
  }
}
