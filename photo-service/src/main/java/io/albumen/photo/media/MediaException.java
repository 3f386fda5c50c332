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

  /** There was never such a version, or its bytes were refused. */
  public static final class NoSuchVersion extends MediaException {
    public NoSuchVersion(MediaId id, int version) {
      super(
          ErrorKind.NOT_FOUND,
          "version-not-found",
          "No version %d of media %s".formatted(version, id));
    }
  }

  /** One version after the other. */
  public static final class VersionInProgress extends MediaException {
    public VersionInProgress(MediaId id) {
      super(
          ErrorKind.CONFLICT,
          "version-in-progress",
          "Media %s is still being processed; try again later".formatted(id));
    }
  }
}
