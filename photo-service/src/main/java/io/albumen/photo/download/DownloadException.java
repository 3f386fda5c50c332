package io.albumen.photo.download;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;

/** Everything that can go wrong with downloads. */
abstract sealed class DownloadException extends DomainException {
  private DownloadException(ErrorKind kind, String code, String message) {
    super(kind, code, message);
  }

  static final class NotFound extends DownloadException {
    NotFound(DownloadId id) {
      super(ErrorKind.NOT_FOUND, "download-not-found", "No download %s".formatted(id));
    }
  }

  /** None of the media is there, or the caller's. */
  static final class NothingThere extends DownloadException {
    NothingThere() {
      super(ErrorKind.UNPROCESSABLE, "nothing-to-download", "None of these media is there");
    }
  }

  static final class TooMany extends DownloadException {
    TooMany(String which, int limit) {
      super(
          ErrorKind.CONFLICT,
          "too-many-downloads",
          "At most %d downloads may %s at once".formatted(limit, which));
    }
  }
}
