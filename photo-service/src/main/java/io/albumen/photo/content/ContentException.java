package io.albumen.photo.content;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import io.albumen.common.FieldError;
import io.albumen.photo.media.MediaId;
import java.util.Arrays;
import java.util.List;

/** Everything that can go wrong with asking for content. */
abstract sealed class ContentException extends DomainException {
  private ContentException(ErrorKind kind, String code, String message) {
    super(kind, code, message);
  }

  private ContentException(String path, String message) {
    super(
        ErrorKind.INVALID,
        "invalid-request",
        "The request has invalid fields.",
        List.of(new FieldError(path, message)));
  }

  /** The item has, or so far has, no such form. */
  static final class NoSuchVariant extends ContentException {
    NoSuchVariant(MediaId id, Variant variant) {
      super(
          ErrorKind.NOT_FOUND,
          "variant-not-found",
          "Media %s has no %s".formatted(id, variant.word()));
    }
  }

  /** A form that no item can have. */
  static final class UnknownVariant extends ContentException {
    UnknownVariant() {
      super(
          "variant",
          "must be one of " + Arrays.stream(Variant.values()).map(Variant::word).toList());
    }
  }

  /** A list of ids that can't be read. */
  static final class BadIds extends ContentException {
    BadIds(String message) {
      super("ids", message);
    }
  }
}
