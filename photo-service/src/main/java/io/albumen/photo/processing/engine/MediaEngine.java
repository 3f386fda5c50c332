package io.albumen.photo.processing.engine;

import io.albumen.media.MediaFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/** Turns an original into renditions and metadata. Files in, files out: no store, no clock. */
@ApplicationScoped
public class MediaEngine {

  /**
   * Makes every rendition of one original. Running it again on the same original gives renditions
   * of the same names.
   *
   * @param contentType what the leading bytes were sniffed as when the upload was completed
   * @param fileName as the owner named it, for dates written in names; never used as a path
   * @param workDir private to this call and empty; renditions are written into it and the caller
   *     removes it
   * @throws MediaFailure when the original is corrupt, hostile or beyond a limit, or when the
   *     engine itself gave out
   */
  public Processed process(Path original, String contentType, String fileName, Path workDir)
      throws MediaFailure {
    throw new UnsupportedOperationException("the engine is not there yet");
  }
}
