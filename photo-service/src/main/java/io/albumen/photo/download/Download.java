package io.albumen.photo.download;

import io.albumen.common.UserId;
import io.albumen.photo.media.Fault;
import io.albumen.photo.storage.ObjectVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Originals asked for in one go.
 *
 * @param name of the archives, without extension; safe as a file name
 * @param doneBytes of originals packed so far
 * @param partCount archives it takes
 * @param expiresAt when the archives go; only when READY
 * @param attempts since it last got on, the one under way included
 */
record Download(
    UserId owner,
    DownloadId id,
    String name,
    State state,
    int itemCount,
    long totalBytes,
    long doneBytes,
    int partCount,
    Instant createdAt,
    @Nullable Instant expiresAt,
    int attempts,
    @Nullable Fault failure) {

  /** How far it is. */
  enum State {
    QUEUED,
    BUILDING,
    READY,
    FAILED,
    CANCELLED,
    EXPIRED;

    /** Whether a worker has it, or will have it. */
    boolean isActive() {
      return this == QUEUED || this == BUILDING;
    }
  }

  /**
   * An archive that is whole.
   *
   * @param number from 1
   */
  record Part(int number, ObjectVersion object, long sizeBytes) {}

  /** What the archive of that number is called when it is saved. */
  String partName(int number) {
    return partCount == 1 ? name + ".zip" : "%s-%d.zip".formatted(name, number);
  }
}
