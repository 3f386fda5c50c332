package io.albumen.photo.reprocessing;

import io.albumen.common.UserId;
import io.albumen.media.MediaFormat;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job that makes renditions and findings of media anew.
 *
 * @param total media found so far; grows until all are listed
 * @param failed which are as they were
 */
record Reprocessing(
    UUID id,
    Selection selection,
    State state,
    long total,
    long done,
    long failed,
    Instant createdAt,
    @Nullable Instant finishedAt) {

  /** Which media. */
  enum Scope {
    ALL,
    /** Those that could not be processed before. */
    FAILED,
    IDS
  }

  /** How far a job is. */
  enum State {
    RUNNING,
    DONE,
    CANCELLED
  }

  /**
   * @param kind those alone, if given
   * @param owner whose alone, if given
   */
  record Selection(Scope scope, MediaFormat.@Nullable Kind kind, @Nullable UserId owner) {}
}
