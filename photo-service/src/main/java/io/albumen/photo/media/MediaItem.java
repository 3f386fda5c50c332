package io.albumen.photo.media;

import io.albumen.common.UserId;
import io.albumen.media.MediaFormat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One photo, video or sound of a library.
 *
 * @param version number of the current original, from 1
 * @param renditionKey 128 random bits; its renditions lie below it, READY or not
 * @param fault of a REJECTED or FAILED item
 */
public record MediaItem(
    UserId owner,
    MediaId id,
    MediaFormat.Kind kind,
    MediaState state,
    int version,
    Original original,
    String renditionKey,
    Taken taken,
    Findings findings,
    Details details,
    @Nullable Fault fault,
    Live live,
    Instant uploadedAt,
    @Nullable Instant trashedAt) {

  /**
   * The other half of a live photo.
   *
   * @param video of a photo: the film that belongs to it
   * @param photo of a film: the photo it belongs to, with which it is shown, trashed and purged
   */
  public record Live(@Nullable MediaId video, @Nullable MediaId photo) {
    public static final Live NONE = new Live(null, null);
  }
}
