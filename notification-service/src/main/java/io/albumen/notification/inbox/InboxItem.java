package io.albumen.notification.inbox;

import io.albumen.common.Sha256;
import io.albumen.common.UserId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param id a UUIDv7, so that ids sort as the items were created
 */
record InboxItem(UUID id, UserId user, Notice notice, Instant createdAt, @Nullable Instant readAt) {
  private static final long TIME_BITS = 0xFFFF_FFFF_FFFFL;
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  /** The same event makes the same id again: its time, and a digest of its id for the rest. */
  static UUID idFor(UUID eventId, Instant occurredAt) {
    var digest = ByteBuffer.wrap(Sha256.of(eventId.toString()));
    long high = (occurredAt.toEpochMilli() & TIME_BITS) << 16;
    return new UUID(
        high | VERSION_7 | (digest.getLong() & 0x0FFF),
        VARIANT | (digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL));
  }
}
