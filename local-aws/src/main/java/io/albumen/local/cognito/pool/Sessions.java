package io.albumen.local.cognito.pool;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.albumen.local.cognito.pool.Session.RefreshToken;
import io.albumen.local.protocol.AwsFailure;
import io.albumen.local.sigv4.Hashes;
import io.albumen.local.store.DurableStore;
import io.albumen.local.store.Table;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sign-ins and their refresh tokens, which are opaque, and kept as hashes only. */
public final class Sessions {
  private final DurableStore store;
  private final Table<Session> sessions;
  private final PoolSettings settings;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Sessions(DurableStore store, PoolSettings settings, Clock clock) {
    this.store = store;
    this.sessions = store.table("sessions", Session.class);
    this.settings = settings;
    this.clock = clock;
    store.change(this::forgetExpired);
  }

  /** A session and the refresh token to hand out for it. */
  public record Granted(Session session, String refreshToken) {
    @Override
    public String toString() {
      return "Granted[" + session.id() + "]";
    }
  }

  /** A token's parts. */
  private record Parts(String sub, String id, String secret) {
    String token() {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(String.join("/", sub, id, secret).getBytes(UTF_8));
    }

    String hash() {
      return Hashes.sha256(secret.getBytes(UTF_8));
    }

    static Optional<Parts> parse(String token) {
      try {
        var parts = new String(Base64.getUrlDecoder().decode(token), UTF_8).split("/");
        return parts.length == 3
            ? Optional.of(new Parts(parts[0], parts[1], parts[2]))
            : Optional.empty();
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }

  Granted open(User user) {
    var now = clock.instant();
    var parts = new Parts(user.sub(), UUID.randomUUID().toString(), secret());
    var session =
        new Session(
            parts.id(),
            user.sub(),
            UUID.randomUUID().toString(),
            now,
            now.plus(settings.refreshTokenLife()),
            List.of(new RefreshToken(parts.hash(), null)));
    store.change(() -> sessions.put(session.key(), session));
    return new Granted(session, parts.token());
  }

  /** Replaces a refresh token; the one used lives on for the grace period. */
  public Granted rotate(String refreshToken) {
    return store.change(
        () -> {
          var parts = parse(refreshToken);
          var session = live(parts);
          var used = matching(session, parts);
          var next = new Parts(session.sub(), session.id(), secret());
          var until = clock.instant().plus(settings.rotationGrace());
          var rotated = session.rotated(used, next.hash(), until);
          sessions.put(rotated.key(), rotated);
          return new Granted(rotated, next.token());
        });
  }

  /** The session of a refresh token that still works, without using it up. */
  public Session find(String refreshToken) {
    var parts = parse(refreshToken);
    var session = live(parts);
    matching(session, parts);
    return session;
  }

  private static Parts parse(String refreshToken) {
    return Parts.parse(refreshToken).orElseThrow(Sessions::invalid);
  }

  private Session live(Parts parts) {
    var session =
        sessions
            .find(Session.key(parts.sub(), parts.id()))
            .orElseThrow(() -> Faults.notAuthorized("Refresh Token has been revoked"));
    if (clock.instant().isAfter(session.expiresAt())) {
      throw Faults.notAuthorized("Refresh Token has expired");
    }
    return session;
  }

  private RefreshToken matching(Session session, Parts parts) {
    var hash = parts.hash();
    var token =
        session.tokens().stream()
            .filter(known -> Hashes.same(known.hash(), hash))
            .findFirst()
            .orElseThrow(Sessions::invalid);
    if (!token.good(clock.instant())) {
      throw new AwsFailure(
          "RefreshTokenReuseException", "Refresh token has been invalidated by rotation.");
    }
    return token;
  }

  boolean exists(String sub, String id) {
    return sessions.find(Session.key(sub, id)).isPresent();
  }

  /**
   * Ends the sign-in a refresh token belongs to; any of its tokens, also a replaced one, will do.
   */
  public void revoke(String refreshToken) {
    var parts = Parts.parse(refreshToken);
    parts
        .flatMap(some -> sessions.find(Session.key(some.sub(), some.id())))
        .filter(
            session ->
                session.tokens().stream()
                    .anyMatch(token -> Hashes.same(token.hash(), parts.orElseThrow().hash())))
        .ifPresent(session -> store.change(() -> sessions.remove(session.key())));
  }

  /** Ends every sign-in of a user, and with them all access tokens. */
  void revokeAll(User user) {
    store.change(() -> sessions.under(user.sub() + "/").forEach(row -> sessions.remove(row.key())));
  }

  private void forgetExpired() {
    var now = clock.instant();
    sessions.all().stream()
        .filter(row -> row.value().expiresAt().isBefore(now))
        .forEach(row -> sessions.remove(row.key()));
  }

  private String secret() {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static AwsFailure invalid() {
    return Faults.notAuthorized("Invalid Refresh Token");
  }
}
