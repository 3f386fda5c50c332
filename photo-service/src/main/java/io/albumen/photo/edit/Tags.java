package io.albumen.photo.edit;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tags of an item: two that differ only by case or accents are one, and the first stays. */
final class Tags {
  static final int MAX_LENGTH = 64;
  static final int MAX_EACH = 50;
  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]");

  private Tags() {}

  static List<String> distinct(List<String> tags) {
    return List.copyOf(byKey(tags).values());
  }

  static List<String> plus(List<String> tags, List<String> added) {
    var all = new ArrayList<>(tags);
    all.addAll(added);
    return all;
  }

  static List<String> minus(List<String> tags, List<String> removed) {
    var keys = byKey(removed).keySet();
    return tags.stream().filter(tag -> !keys.contains(key(tag))).toList();
  }

  private static Map<String, String> byKey(List<String> tags) {
    return tags.stream()
        .collect(Collectors.toMap(Tags::key, tag -> tag, (first, _) -> first, LinkedHashMap::new));
  }

  /** As the database's {@code folded}. */
  private static String key(String tag) {
    return ACCENTS
        .matcher(Normalizer.normalize(tag, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
