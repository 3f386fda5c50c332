package io.albumen.photo.erasure;

import io.albumen.common.UserId;
import java.time.Instant;

/**
 * How far the erasure of a closed account is.
 *
 * @param libraryKey where its renditions lie
 * @param answerAt until then something awaited may still arrive
 * @param lastSweepAt by then nothing can have been put any more, by anyone
 * @param attempts at this step since it last got on, the one under way included
 */
record Erasure(
    UserId owner,
    String libraryKey,
    Step step,
    Instant answerAt,
    Instant lastSweepAt,
    int attempts) {

  /** What is to be done next. */
  enum Step {
    /** Rows first, so that nothing finds the objects any more, or makes new ones of them. */
    ROWS,
    /** Then objects, until none is found after {@link Erasure#answerAt}; that is answered. */
    OBJECTS,
    /** Then once more after {@link Erasure#lastSweepAt}, for what only a broken process leaves. */
    LAST_SWEEP
  }
}
