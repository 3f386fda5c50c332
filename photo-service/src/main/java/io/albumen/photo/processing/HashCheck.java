package io.albumen.photo.processing;

import io.albumen.common.Sha256;
import io.albumen.media.MediaFailure;
import io.albumen.photo.media.library.MediaLibrary;
import io.albumen.photo.media.library.MediaLibrary.Unprocessed;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HexFormat;

/** Whether an original is what its owner announced, and what the database says it is. */
@ApplicationScoped
class HashCheck {
  private final MediaLibrary library;

  HashCheck(MediaLibrary library) {
    this.library = library;
  }

  /** The bytes that came are not those the database knows; another try may read them right. */
  static final class DamagedOnTheWay extends RuntimeException {
    DamagedOnTheWay(Unprocessed item) {
      super("bytes of %s have another SHA-256".formatted(item.id()));
    }
  }

  /**
   * What came in parts is hashed here for the first time. The store had a checksum of each part, so
   * it was the client who sent something else.
   *
   * @throws MediaFailure when they are not what was announced
   * @throws DamagedOnTheWay when they were once known to be
   */
  void verify(Unprocessed item, Path original) {
    var isProven = library.isProven(item.owner(), item.id(), item.object());
    if (sha256(original).equals(item.original().sha256())) {
      if (!isProven) {
        library.prove(item.owner(), item.id(), item.object());
      }
      return;
    }
    if (isProven) {
      throw new DamagedOnTheWay(item);
    }
    throw new MediaFailure(
        MediaFailure.Reason.CORRUPT, "SHA-256 of %s is not as announced".formatted(item.id()));
  }

  private static String sha256(Path original) {
    try {
      return HexFormat.of().formatHex(Sha256.of(original));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
