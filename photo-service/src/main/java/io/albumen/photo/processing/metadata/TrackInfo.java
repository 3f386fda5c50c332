package io.albumen.photo.processing.metadata;

import io.albumen.media.MediaFormat;
import io.albumen.media.ProbedMedia;
import io.albumen.media.ProbedMedia.Picture;
import io.albumen.media.ProbedMedia.Sound;
import org.jspecify.annotations.Nullable;

/**
 * What a video or sound says of itself; every part may be unknown.
 *
 * @param container the usual file name ending of its format
 * @param videoCodec FFmpeg's name
 * @param audioCodec FFmpeg's name
 * @param frameRate in frames a second
 * @param bitrate of all tracks together, in bits a second
 * @param sampleRate in hertz
 * @param title as its author wrote it, on one line, at most 100 characters, and as hostile as any
 *     text of a stranger
 * @param artist likewise
 * @param album likewise
 */
public record TrackInfo(
    @Nullable String container,
    @Nullable String videoCodec,
    @Nullable String audioCodec,
    @Nullable Double frameRate,
    @Nullable Long bitrate,
    @Nullable Integer sampleRate,
    @Nullable Integer channels,
    @Nullable String title,
    @Nullable String artist,
    @Nullable String album) {
  public static final TrackInfo NONE =
      new TrackInfo(null, null, null, null, null, null, null, null, null, null);

  public static TrackInfo of(ProbedMedia media) {
    if (media.format().kind() == MediaFormat.Kind.PHOTO) {
      return NONE;
    }
    return new TrackInfo(
        media.format().extension(),
        media.picture().map(Picture::codec).orElse(null),
        media.sound().map(Sound::codec).orElse(null),
        media.picture().map(Picture::frameRate).filter(rate -> rate > 0).orElse(null),
        media.bitRate().orElse(null),
        media.sound().map(Sound::sampleRate).filter(rate -> rate > 0).orElse(null),
        media.sound().map(Sound::channels).filter(count -> count > 0).orElse(null),
        OriginalMetadata.clean(media.tags().get("title")),
        OriginalMetadata.clean(media.tags().get("artist")),
        OriginalMetadata.clean(media.tags().get("album")));
  }
}
