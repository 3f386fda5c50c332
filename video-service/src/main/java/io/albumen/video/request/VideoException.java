package io.albumen.video.request;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import io.albumen.common.FieldError;
import io.albumen.video.film.VideoId;
import java.util.List;

/** Everything that can go wrong between a person and their films. */
abstract sealed class VideoException extends DomainException {
  private VideoException(ErrorKind kind, String code, String message) {
    super(kind, code, message);
  }

  private VideoException(ErrorKind kind, String code, String message, List<FieldError> errors) {
    super(kind, code, message, errors);
  }

  static final class NotFound extends VideoException {
    NotFound(VideoId id) {
      super(ErrorKind.NOT_FOUND, "video-not-found", "There is no film %s.".formatted(id));
    }
  }

  static final class BadSources extends VideoException {
    BadSources(List<FieldError> errors) {
      super(
          ErrorKind.UNPROCESSABLE,
          "unusable-sources",
          "A film needs photos, and music if any, of your own that are ready.",
          errors);
    }
  }

  static final class TooLong extends VideoException {
    TooLong(long maxSeconds) {
      super(
          ErrorKind.INVALID,
          "film-too-long",
          "A film lasts at most %d seconds.".formatted(maxSeconds),
          List.of(
              new FieldError(
                  "options.secondsPerPhoto",
                  "times the number of photos must be at most %d".formatted(maxSeconds))));
    }
  }

  static final class NotReady extends VideoException {
    NotReady() {
      super(ErrorKind.CONFLICT, "video-not-ready", "The film is not made yet.");
    }
  }

  static final class NotFailed extends VideoException {
    NotFailed() {
      super(ErrorKind.CONFLICT, "video-not-failed", "Only a film that failed can be tried again.");
    }
  }

  static final class Busy extends VideoException {
    Busy() {
      super(ErrorKind.CONFLICT, "video-busy", "The film is changing just now. Try again.");
    }
  }
}
