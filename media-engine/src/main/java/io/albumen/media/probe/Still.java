package io.albumen.media.probe;

import io.albumen.media.MediaFailure;
import io.albumen.media.MediaFormat;
import io.albumen.media.ProbedMedia;
import io.albumen.media.header.MovingWebp;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file whose first picture FFmpeg reads, probed.
 *
 * @param file usually the original itself
 */
public record Still(Path file, ProbedMedia media) {

  /**
   * FFmpeg knows no moving WebP, but its first picture alone is one as any other: it is written
   * into the folder, where the caller removes it.
   *
   * @throws MediaFailure when a moving WebP has no picture
   */
  public static Still of(Path original, ProbedMedia media, MediaProbe probe, Path folder) {
    var moves = media.picture().filter(ProbedMedia.Picture::moves).isPresent();
    if (media.format() != MediaFormat.WEBP || !moves) {
      return new Still(original, media);
    }
    var first = folder.resolve("first.webp");
    try {
      MovingWebp.writeFirst(original, first);
    } catch (IOException e) {
      throw new MediaFailure(MediaFailure.Reason.CORRUPT, "It has no first picture", e);
    }
    return new Still(first, probe.probe(first, MediaFormat.WEBP));
  }
}
