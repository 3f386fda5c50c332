package io.albumen.photo.trash;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import io.albumen.photo.media.MediaId;

/** Everything that can go wrong with the trash. */
abstract sealed class TrashException extends DomainException {
  private TrashException(ErrorKind kind, String code, String message) {
    super(kind, code, message);
  }

  /** Only what was thrown away can be purged. */
  static final class NotTrashed extends TrashException {
    NotTrashed(MediaId id) {
      super(ErrorKind.CONFLICT, "media-not-trashed", "Media %s is not in the trash".formatted(id));
    }
  }

  /** Neither some nor all, or both. */
  static final class WhichOnes extends TrashException {
    WhichOnes() {
      super(ErrorKind.INVALID, "ids-or-all", "Name ids, or ask for all, but not both");
    }
  }
}
