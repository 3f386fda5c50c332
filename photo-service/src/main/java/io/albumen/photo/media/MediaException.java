package io.albumen.photo.media;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;

/** Everything that can go wrong with items of a library. */
public abstract sealed class MediaException extends DomainException {
  private MediaException(ErrorKind kind, String code, String message) {
    super(kind, code, message);
  }

  /** Not there, or another's. */
  public static final class NotFound extends MediaException {
    public NotFound(MediaId id) {
      super(ErrorKind.NOT_FOUND, "media-not-found", "No media %s".formatted(id));
    }
  }
}
