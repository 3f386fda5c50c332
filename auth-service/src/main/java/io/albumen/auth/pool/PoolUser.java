package io.albumen.auth.pool;

import io.albumen.common.UserId;
import java.time.Instant;

/** An account as the pool has it now. */
public record PoolUser(
    UserId id,
    EmailAddress email,
    boolean confirmed,
    Profile profile,
    boolean mfaEnabled,
    Instant createdAt) {}
