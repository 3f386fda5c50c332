package io.albumen.auth.announcement;

import io.albumen.common.UserId;
import java.time.Instant;

/**
 * A decision on an account; the latest holds.
 *
 * @param suspended false where the account is given back
 */
public record Suspension(UserId user, boolean suspended, Instant changedAt) {}
