package io.albumen.photo.upload.announcement;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import io.albumen.photo.media.Fault;
import io.albumen.photo.media.FileName;

/** Everything that can go wrong with uploads; messages name the file. */
public abstract sealed class UploadException extends DomainException {
  private UploadException(ErrorKind kind, String code, String message) {
    super(kind, code, message);
  }

  public static final class NotFound extends UploadException {
    public NotFound(UploadId id) {
      super(ErrorKind.NOT_FOUND, "upload-not-found", "No upload %s".formatted(id));
    }
  }

  /** It is settled already, so there is nothing to renew. */
  public static final class NotPending extends UploadException {
    public NotPending(UploadId id) {
      super(ErrorKind.CONFLICT, "upload-not-pending", "Upload %s is settled".formatted(id));
    }
  }

  /** Completed before its bytes were there; completing later may succeed. */
  public static final class BytesMissing extends UploadException {
    public BytesMissing(FileName name) {
      super(
          ErrorKind.CONFLICT, "upload-incomplete", "%s has not been uploaded yet".formatted(name));
    }
  }

  /** What came is not what was announced; remembered, so that asking again tells the same. */
  public static final class Refused extends UploadException {
    public Refused(Fault fault) {
      super(ErrorKind.UNPROCESSABLE, fault.code(), fault.detail());
    }
  }

  static final class BadName extends UploadException {
    BadName(FileName name) {
      super(
          ErrorKind.INVALID,
          "bad-file-name",
          "%s: a name has 1 to 1024 characters".formatted(name));
    }
  }

  static final class BadHash extends UploadException {
    BadHash(FileName name) {
      super(
          ErrorKind.INVALID,
          "bad-sha256",
          "%s: sha256 is not 64 lowercase hexadecimal digits".formatted(name));
    }
  }

  static final class Empty extends UploadException {
    Empty(FileName name) {
      super(ErrorKind.UNPROCESSABLE, "file-empty", "%s is empty".formatted(name));
    }
  }

  static final class TooLarge extends UploadException {
    TooLarge(FileName name, long maxBytes) {
      super(
          ErrorKind.TOO_LARGE,
          "file-too-large",
          "%s is larger than %d bytes".formatted(name, maxBytes));
    }
  }

  /** It goes up in one request. */
  public static final class NotInParts extends UploadException {
    public NotInParts(UploadId id) {
      super(ErrorKind.CONFLICT, "upload-not-in-parts", "Upload %s has no parts".formatted(id));
    }
  }

  /** Some parts are not there yet; completing later may succeed. */
  public static final class PartsMissing extends UploadException {
    public PartsMissing(FileName name, long missing, int of) {
      super(
          ErrorKind.CONFLICT,
          "upload-incomplete",
          "%s: %d of %d parts have not been uploaded yet".formatted(name, missing, of));
    }
  }

  static final class BadPart extends UploadException {
    BadPart(int number, int count) {
      super(
          ErrorKind.INVALID,
          "bad-part",
          "Part %d: numbers go from 1 to %d, and sha256 has 64 lowercase hexadecimal digits"
              .formatted(number, count));
    }
  }

  /** What is to be replaced is another kind of thing. */
  public static final class OtherKind extends UploadException {
    public OtherKind(FileName name) {
      super(
          ErrorKind.UNPROCESSABLE,
          "other-kind",
          "%s: a photo replaces a photo, a video a video, a sound a sound".formatted(name));
    }
  }

  static final class TypeNotTaken extends UploadException {
    TypeNotTaken(FileName name, String contentType) {
      super(
          ErrorKind.UNPROCESSABLE,
          "type-not-taken",
          "%s: files of type %s are not taken".formatted(name, shown(contentType)));
    }

    /** Only what can be a content type is repeated. */
    private static String shown(String contentType) {
      return contentType.matches("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}") ? contentType : "unknown";
    }
  }
}
