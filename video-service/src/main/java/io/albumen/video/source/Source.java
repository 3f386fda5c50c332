package io.albumen.video.source;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What photo-service says of one medium. */
public sealed interface Source {
  UUID mediaId();

  /** Absent and not the caller's look the same. */
  record Absent(UUID mediaId) implements Source {}

  /** There, but not processed yet, or refused by the processing. */
  record NotReady(UUID mediaId) implements Source {}

  /**
   * The original, for a while.
   *
   * @param sha256 lowercase hex
   * @param url presigned, good until {@code expiresAt}
   */
  record Readable(
      UUID mediaId,
      Kind kind,
      long sizeBytes,
      String sha256,
      URI url,
      Instant expiresAt,
      @Nullable Instant takenAt)
      implements Source {

    /** The URL is a secret. */
    @Override
    public String toString() {
      return "Readable[" + mediaId + "]";
    }
  }

  enum Kind {
    PHOTO,
    VIDEO,
    SOUND
  }
}
