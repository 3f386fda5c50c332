package io.albumen.media;

/** A file that could not be read as the media it claims to be, or an engine that could not try. */
public final class MediaFailure extends RuntimeException {
  /**
   * Why; callers store {@link #code()} and decide by {@link #isPermanent()} whether another try
   * makes sense.
   */
  public enum Reason {
    /** The bytes are damaged, cut short, or not media at all. */
    CORRUPT("media-corrupt", true),
    /** More pixels, seconds, tracks or memory than Albumen spends on one file. */
    TOO_LARGE("media-too-large", true),
    /** Sound media, but not of the format that was announced. */
    TYPE_MISMATCH("media-type-mismatch", true),
    /** A format or codec that Albumen does not take. */
    UNSUPPORTED("media-unsupported", true),
    /** Reading took longer than any honest file needs. */
    TIMEOUT("media-timeout", true),
    /** The engine failed, not the file: no disk, no binary, killed from outside. */
    ENGINE("media-engine-failed", false);

    private final String code;
    private final boolean permanent;

    Reason(String code, boolean permanent) {
      this.code = code;
      this.permanent = permanent;
    }

    /** Stable; part of the API's problem codes. */
    public String code() {
      return code;
    }

    /** Whether the same file will fail the same way next time. */
    public boolean isPermanent() {
      return permanent;
    }
  }

  private final Reason reason;

  /** The detail may quote the media's own text: log it, never show it as markup. */
  public MediaFailure(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  public MediaFailure(Reason reason, String detail, Throwable cause) {
    super(detail, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
