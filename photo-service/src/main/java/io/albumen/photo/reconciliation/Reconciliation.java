package io.albumen.photo.reconciliation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A comparison of bucket and rows, and how far it is. */
record Reconciliation(
    UUID id,
    State state,
    boolean verifiesHashes,
    Instant startedAt,
    @Nullable Instant finishedAt,
    Place place,
    Counts counts) {

  /** Whether it goes on. */
  enum State {
    RUNNING,
    DONE
  }

  /** What an account has in the bucket, in the order in which it is gone through. */
  enum Area {
    ORIGINALS,
    RENDITIONS,
    DOWNLOADS
  }

  /**
   * Where it is.
   *
   * @param library account id; before the first, all zero
   * @param afterKey what was compared last; empty at the beginning of an area
   */
  record Place(UUID library, Area area, String afterKey) {}

  /** Findings by their type. */
  record Counts(long objectsWithoutRows, long rowsWithoutObjects, long hashMismatches) {}

  /** What is wrong. */
  enum Type {
    OBJECT_WITHOUT_ROW,
    ROW_WITHOUT_OBJECT,
    HASH_DIFFERS
  }

  /** Something that is not as it should be. */
  record Finding(UUID owner, Type type, String objectKey, @Nullable UUID mediaId) {}
}
