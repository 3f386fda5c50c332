package io.albumen.local.cognito.pool;

import io.albumen.local.cognito.credential.Code;
import io.albumen.local.cognito.credential.LockOut;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A user of the pool.
 *
 * @param sub also the user name Cognito made
 * @param attributes all but {@code sub}; the e-mail address as it was typed
 * @param pendingEmail wanted but not verified; the old address stays until it is
 */
public record User(
    String sub,
    Map<String, String> attributes,
    @Nullable String pendingEmail,
    String passwordHash,
    Status status,
    boolean enabled,
    List<String> groups,
    LockOut lockOut,
    Map<Code.Purpose, Code> codes,
    Instant createdAt,
    Instant modifiedAt) {
  static final String EMAIL = "email";
  static final String EMAIL_VERIFIED = "email_verified";

  /** The names AWS gives in {@code UserStatus}. */
  public enum Status {
    UNCONFIRMED,
    CONFIRMED
  }

  public String email() {
    return attributes.getOrDefault(EMAIL, "");
  }

  public boolean emailVerified() {
    return attributes.getOrDefault(EMAIL_VERIFIED, "false").equals("true");
  }

  /** Whether a forgotten password can be replaced by mail. */
  public boolean canReset() {
    return enabled && emailVerified();
  }

  /** With {@code sub} first, as AWS lists them. */
  public Map<String, String> allAttributes() {
    var all = new TreeMap<>(attributes);
    all.put("sub", sub);
    return all;
  }

  Code code(Code.Purpose purpose) {
    return codes.getOrDefault(purpose, Code.NONE);
  }

  User withCode(Code.Purpose purpose, Code code, Instant now) {
    var changed = new EnumMap<Code.Purpose, Code>(Code.Purpose.class);
    changed.putAll(codes);
    changed.put(purpose, code);
    return copy(
        attributes, pendingEmail, passwordHash, status, enabled, groups, lockOut, changed, now);
  }

  User withAttributes(Map<String, String> changes, Instant now) {
    var changed = new TreeMap<>(attributes);
    changed.putAll(changes);
    return copy(changed, pendingEmail, passwordHash, status, enabled, groups, lockOut, codes, now);
  }

  User withPendingEmail(@Nullable String address, Instant now) {
    return copy(attributes, address, passwordHash, status, enabled, groups, lockOut, codes, now);
  }

  /** A new password also ends a lock-out. */
  User withPassword(String hash, Instant now) {
    return copy(attributes, pendingEmail, hash, status, enabled, groups, LockOut.NONE, codes, now);
  }

  User confirmed(Instant now) {
    return withAttributes(Map.of(EMAIL_VERIFIED, "true"), now).withStatus(Status.CONFIRMED, now);
  }

  private User withStatus(Status changed, Instant now) {
    return copy(
        attributes, pendingEmail, passwordHash, changed, enabled, groups, lockOut, codes, now);
  }

  User withEnabled(boolean changed, Instant now) {
    return copy(
        attributes, pendingEmail, passwordHash, status, changed, groups, lockOut, codes, now);
  }

  User withGroup(String group, Instant now) {
    var changed = Stream.concat(groups.stream(), Stream.of(group)).distinct().sorted().toList();
    return copy(
        attributes, pendingEmail, passwordHash, status, enabled, changed, lockOut, codes, now);
  }

  User withoutGroup(String group, Instant now) {
    var changed = groups.stream().filter(other -> !other.equals(group)).toList();
    return copy(
        attributes, pendingEmail, passwordHash, status, enabled, changed, lockOut, codes, now);
  }

  /** Tries to sign in do not count as a change of the user. */
  User withLockOut(LockOut changed) {
    return copy(
        attributes,
        pendingEmail,
        passwordHash,
        status,
        enabled,
        groups,
        changed,
        codes,
        modifiedAt);
  }

  private User copy(
      Map<String, String> newAttributes,
      @Nullable String newPendingEmail,
      String newHash,
      Status newStatus,
      boolean newEnabled,
      List<String> newGroups,
      LockOut newLockOut,
      Map<Code.Purpose, Code> newCodes,
      Instant now) {
    return new User(
        sub,
        newAttributes,
        newPendingEmail,
        newHash,
        newStatus,
        newEnabled,
        newGroups,
        newLockOut,
        newCodes,
        createdAt,
        now);
  }

  @Override
  public String toString() {
    return "User[" + sub + "]";
  }
}
