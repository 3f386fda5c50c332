package io.albumen.photo.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which an item's content can be had. */
enum Variant {
  ORIGINAL,
  PREVIEW,
  THUMBNAIL,
  POSTER,
  PLAYBACK,
  WAVEFORM,
  COVER;

  /** As it stands in URLs and in front of a rendition's extension. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Variant> of(String word) {
    return Arrays.stream(values()).filter(variant -> variant.word().equals(word)).findFirst();
  }

  /** Whether a rendition of that name is this form. */
  boolean isNameOf(String rendition) {
    return rendition.startsWith(word() + ".");
  }
}
