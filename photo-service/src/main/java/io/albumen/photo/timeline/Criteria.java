package io.albumen.photo.timeline;

import io.albumen.media.MediaFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for: items of which every criterion is true. Text is compared without regard to
 * case and accents.
 *
 * @param archived whether in the archive instead of the timeline
 * @param exact terms as they are kept
 * @param texts terms that are still to be folded
 * @param words of which the last may be the beginning of a word
 */
public record Criteria(boolean archived, List<String> exact, List<String> texts, String words) {
  public Criteria {
    exact = List.copyOf(exact);
    texts = texts.stream().map(Criteria::storable).toList();
    words = storable(words);
  }

  /**
   * What the timeline and the map are narrowed by.
   *
   * @param favorite true for favourites alone
   */
  public static Criteria of(
      boolean archived, boolean favorite, MediaFormat.@Nullable Kind kind, @Nullable String tag) {
    var exact = new ArrayList<String>();
    if (favorite) {
      exact.add("f:");
    }
    if (kind != null) {
      exact.add("k:" + kind);
    }
    return new Criteria(archived, exact, List.of(), "").and('t', tag);
  }

  /** With what was given of a tag (t), a camera (c) or a place (p). */
  public Criteria and(char type, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return this;
    }
    var more = new ArrayList<>(texts);
    more.add(type + ":" + text.strip());
    return new Criteria(archived, exact, more, words);
  }

  public Criteria andWords(@Nullable String typed) {
    return new Criteria(archived, exact, texts, typed == null ? "" : typed);
  }

  /** PostgreSQL has no text with NUL in it, so none is ever found. */
  public static String storable(String text) {
    return text.replace('\0', ' ');
  }

  /** Whether all of a shelf is looked for. */
  public boolean isEverything() {
    return exact.isEmpty() && texts.isEmpty() && words.isBlank();
  }

  /** As {@code media.shelf} has it. */
  public String shelf() {
    return archived ? "ARCHIVE" : "TIMELINE";
  }
}
