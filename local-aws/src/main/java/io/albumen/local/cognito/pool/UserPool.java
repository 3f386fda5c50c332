package io.albumen.local.cognito.pool;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.albumen.local.cognito.credential.Code;
import io.albumen.local.cognito.credential.LockOut;
import io.albumen.local.cognito.credential.Passwords;
import io.albumen.local.mailbox.MailSender;
import io.albumen.local.protocol.AwsFailure;
import io.albumen.local.sigv4.Hashes;
import io.albumen.local.store.DurableStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One user pool with one client. */
public final class UserPool {
  private final DurableStore store;
  private final PoolSettings settings;
  private final Users users;
  private final Strangers strangers;
  private final Codes codes;
  private final Sessions sessions;
  private final SoftwareTokens softwareTokens;
  private final Challenges challenges;
  private final SigningKeys keys;
  private final Tokens tokens;
  private final Clock clock;

  public UserPool(DurableStore store, PoolSettings settings, MailSender mails, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.users = new Users(store);
    this.strangers = new Strangers(store, clock);
    this.codes = new Codes(users, strangers, mails, clock);
    this.sessions = new Sessions(store, settings, clock);
    this.softwareTokens = new SoftwareTokens(store, users, clock);
    this.challenges = new Challenges(store, softwareTokens, sessions, clock);
    this.keys = new SigningKeys(store, clock);
    this.tokens = new Tokens(keys, settings, clock);
  }

  public PoolSettings settings() {
    return settings;
  }

  public Users users() {
    return users;
  }

  public Codes codes() {
    return codes;
  }

  public Sessions sessions() {
    return sessions;
  }

  public SoftwareTokens softwareTokens() {
    return softwareTokens;
  }

  public Challenges challenges() {
    return challenges;
  }

  public SigningKeys keys() {
    return keys;
  }

  public Tokens tokens() {
    return tokens;
  }

  public Instant now() {
    return clock.instant();
  }

  public void checkPool(String poolId) {
    if (!settings.id().equals(poolId)) {
      throw Faults.notFound("User pool %s does not exist.".formatted(poolId));
    }
  }

  public void checkClient(String clientId) {
    if (!settings.clientId().equals(clientId)) {
      throw Faults.notFound("User pool client %s does not exist.".formatted(clientId));
    }
  }

  /** The client proves itself by a hash over the user name just as it sent it. */
  public void checkSecretHash(String clientId, String username, @Nullable String hash) {
    checkClient(clientId);
    if (hash == null) {
      throw Faults.notAuthorized(
          "Client %s is configured with secret but SECRET_HASH was not received"
              .formatted(clientId));
    }
    var mac = Hashes.hmac(settings.clientSecret().getBytes(UTF_8), username + clientId);
    if (!Hashes.same(Base64.getEncoder().encodeToString(mac), hash)) {
      throw Faults.notAuthorized("Unable to verify secret hash for client " + clientId);
    }
  }

  /** For the few operations that take the secret itself. */
  public void checkSecret(String clientId, @Nullable String secret) {
    checkClient(clientId);
    if (secret == null || !Hashes.same(settings.clientSecret(), secret)) {
      throw Faults.notAuthorized("Unable to verify secret for client " + clientId);
    }
  }

  /** Makes an unconfirmed user whose address is its name. */
  public User signUp(String email, String password, Map<String, String> attributes) {
    Passwords.check(password);
    var all = new TreeMap<>(attributes);
    all.put(User.EMAIL, email);
    all.put(User.EMAIL_VERIFIED, "false");
    var user =
        new User(
            UUID.randomUUID().toString(),
            all,
            null,
            Passwords.hash(password),
            User.Status.UNCONFIRMED,
            true,
            List.of(),
            LockOut.NONE,
            new EnumMap<>(Code.Purpose.class),
            now(),
            now());
    users.create(user);
    return user;
  }

  /** Says nothing of whether the user exists, in words or in time, until the password is right. */
  public User authenticate(String username, String password) {
    var found = users.find(username).orElse(null);
    if (found == null) {
      throw refuse(username, password);
    }
    var user = checkPassword(found, password);
    if (!user.enabled()) {
      throw Faults.disabled();
    }
    if (user.status() == User.Status.UNCONFIRMED) {
      throw Faults.notConfirmed();
    }
    return user;
  }

  /** For a name nobody has: as much work as for a user, and as few guesses. */
  private AwsFailure refuse(String username, String password) {
    if (strangers.find(username).lockOut().holds(now())) {
      return Faults.lockedOut();
    }
    Passwords.matches(password, Passwords.unmatchable());
    var locked = new AtomicBoolean();
    strangers.update(
        username,
        current -> {
          locked.set(current.lockOut().holds(now()));
          return locked.get() ? current : current.with(current.lockOut().failed(now()));
        });
    return locked.get() ? Faults.lockedOut() : Faults.wrongCredentials();
  }

  /**
   * Counts a wrong password towards the lock-out, a right one against it. Judged again on the
   * latest state, so that guesses sent all at once gain nothing.
   */
  public User checkPassword(User user, String password) {
    if (user.lockOut().holds(now())) {
      throw Faults.lockedOut();
    }
    var right = Passwords.matches(password, user.passwordHash());
    if (right && user.lockOut().equals(LockOut.NONE)) {
      return user;
    }
    var locked = new AtomicBoolean();
    var counted =
        users.update(
            user.sub(),
            current -> {
              locked.set(current.lockOut().holds(now()));
              return locked.get() ? current : current.withLockOut(judged(current, right));
            });
    if (locked.get()) {
      throw Faults.lockedOut();
    }
    if (!right) {
      throw Faults.wrongCredentials();
    }
    return counted;
  }

  private LockOut judged(User user, boolean right) {
    return right ? LockOut.NONE : user.lockOut().failed(now());
  }

  /** A sign-in, unless an administrator was faster. */
  public Sessions.Granted open(User user) {
    return store.change(
        () -> {
          if (!users.get(user.sub()).enabled()) {
            throw Faults.disabled();
          }
          return sessions.open(user);
        });
  }

  /** The user an access token was given to, unless it was revoked since. */
  public User bearer(String accessToken) {
    var bearer = tokens.verifyAccess(accessToken);
    var user = users.get(bearer.sub());
    if (!sessions.exists(bearer.sub(), bearer.sessionId())) {
      throw Faults.notAuthorized("Access Token has been revoked");
    }
    if (!user.enabled()) {
      throw Faults.disabled();
    }
    return user;
  }

  public void setPassword(User user, String password) {
    var hash = Passwords.hash(password);
    users.update(user.sub(), current -> withPassword(current, hash));
  }

  /** A forgotten password proven by a code; sessions that exist go on, as on AWS. */
  public void resetPassword(String username, String digits, String password) {
    Passwords.check(password);
    var hash = Passwords.hash(password);
    var user =
        users
            .find(username)
            .filter(User::canReset)
            .orElseThrow(() -> codes.refuse(username, Code.Purpose.RESET, digits));
    codes.redeem(user, Code.Purpose.RESET, digits, current -> withPassword(current, hash));
  }

  /** Sign-ins that wait for a code began with the old password. */
  private User withPassword(User user, String hash) {
    challenges.forget(user);
    return user.withPassword(hash, now());
  }

  public void confirm(User user, String digits) {
    codes.redeem(user, Code.Purpose.SIGN_UP, digits, current -> current.confirmed(now()));
  }

  /**
   * Takes effect at once, but an address only when its code is given back.
   *
   * @param wanted the new address; null where the old one stays
   */
  public void setAttributes(User user, Map<String, String> changes, @Nullable String wanted) {
    users.update(
        user.sub(),
        current -> {
          var changed = current.withAttributes(changes, now());
          if (wanted == null) {
            return changed;
          }
          users.checkFree(wanted);
          return changed.withPendingEmail(wanted, now());
        });
    if (wanted != null) {
      codes.send(user, Code.Purpose.EMAIL, wanted);
    }
  }

  /** The wanted address becomes the address. */
  public void verifyEmail(User user, String digits) {
    codes.redeem(
        user,
        Code.Purpose.EMAIL,
        digits,
        current -> {
          var wanted = current.pendingEmail();
          var changes = new TreeMap<>(Map.of(User.EMAIL_VERIFIED, "true"));
          if (wanted != null) {
            changes.put(User.EMAIL, wanted);
          }
          return current.withAttributes(changes, now()).withPendingEmail(null, now());
        });
  }

  public void setEnabled(User user, boolean enabled) {
    store.change(
        () -> {
          users.update(user.sub(), current -> current.withEnabled(enabled, now()));
          if (!enabled) {
            signOutEverywhere(user);
          }
        });
  }

  public void addToGroup(User user, String group) {
    checkGroup(group);
    users.update(user.sub(), current -> current.withGroup(group, now()));
  }

  public void removeFromGroup(User user, String group) {
    checkGroup(group);
    users.update(user.sub(), current -> current.withoutGroup(group, now()));
  }

  public void checkGroup(String group) {
    if (!settings.groups().contains(group)) {
      throw Faults.notFound("Group not found.");
    }
  }

  /** Ends every sign-in, also those that wait for a code. */
  public void signOutEverywhere(User user) {
    store.change(
        () -> {
          sessions.revokeAll(user);
          challenges.forget(user);
        });
  }

  public void delete(User user) {
    store.change(
        () -> {
          signOutEverywhere(user);
          softwareTokens.forget(user);
          users.delete(user);
        });
  }
}
