package io.albumen.photo.processing.engine;

import org.jspecify.annotations.Nullable;

/**
 * What a video or sound says of itself; every part may be unknown.
 *
 * @param title as its author wrote it, at most 1,000 characters and as hostile as any text of a
 *     stranger
 * @param artist likewise
 */
public record TrackInfo(
    @Nullable String videoCodec,
    @Nullable String soundCodec,
    @Nullable String title,
    @Nullable String artist) {
  static final TrackInfo NONE = new TrackInfo(null, null, null, null);
}
