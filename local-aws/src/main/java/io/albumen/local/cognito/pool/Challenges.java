package io.albumen.local.cognito.pool;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.albumen.local.cognito.credential.SoftwareToken.Verdict;
import io.albumen.local.protocol.AwsFailure;
import io.albumen.local.sigv4.Hashes;
import io.albumen.local.store.DurableStore;
import io.albumen.local.store.Table;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Sign-ins between the password and the code. Their sessions are kept as hashes only. */
public final class Challenges {
  private static final String BETWEEN = ".";

  private final DurableStore store;
  private final Table<Challenge> challenges;
  private final SoftwareTokens softwareTokens;
  private final Sessions sessions;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Challenges(DurableStore store, SoftwareTokens softwareTokens, Sessions sessions, Clock clock) {
    this.store = store;
    this.challenges = store.table("challenges", Challenge.class);
    this.softwareTokens = softwareTokens;
    this.sessions = sessions;
    this.clock = clock;
    store.change(() -> forgetOver(""));
  }

  /** The session by which the code is to be given. */
  public String open(User user) {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var id = UUID.randomUUID().toString();
    store.change(
        () -> {
          forgetOver(prefix(user));
          challenges.put(prefix(user) + id, Challenge.of(hash(secret), clock.instant()));
        });
    return id + BETWEEN + secret;
  }

  /** Signs in by a code, all or nothing; a wrong code is counted, its session goes on. */
  public Sessions.Granted answer(User user, String session, String code) {
    var outcome =
        store.change(
            () -> {
              var key = key(user, session);
              var challenge = find(key, session);
              var verdict = softwareTokens.use(user, code);
              if (verdict == Verdict.WRONG) {
                challenges.put(key, challenge.answeredWrong());
              }
              if (verdict != Verdict.RIGHT) {
                return new Outcome(verdict, Optional.empty());
              }
              challenges.put(key, challenge.answeredRight());
              return new Outcome(verdict, Optional.of(sessions.open(user)));
            });
    return outcome.granted().orElseThrow(() -> refusal(outcome.verdict()));
  }

  private record Outcome(Verdict verdict, Optional<Sessions.Granted> granted) {}

  private static AwsFailure refusal(Verdict verdict) {
    return switch (verdict) {
      case RIGHT, WRONG -> Faults.wrongSoftwareTokenCode();
      case USED_BEFORE -> Faults.usedSoftwareTokenCode();
      case LOCKED_OUT -> Faults.lockedOut();
      case NO_TOKEN -> Faults.noSoftwareToken();
    };
  }

  private Challenge find(String key, String session) {
    var secret = session.substring(session.indexOf(BETWEEN) + 1);
    var challenge =
        challenges
            .find(key)
            .filter(known -> Hashes.same(known.hash(), hash(secret)))
            .orElseThrow(Faults::invalidSession);
    if (challenge.answered()) {
      throw Faults.notAuthorized("Invalid session for the user, session can only be used once.");
    }
    if (challenge.over(clock.instant()) || challenge.exhausted()) {
      throw Faults.notAuthorized("Invalid session for the user, session is expired.");
    }
    return challenge;
  }

  /** Ends all that wait for a code. */
  void forget(User user) {
    store.change(() -> challenges.under(prefix(user)).forEach(row -> challenges.remove(row.key())));
  }

  private void forgetOver(String prefix) {
    var now = clock.instant();
    challenges.under(prefix).stream()
        .filter(row -> row.value().over(now))
        .forEach(row -> challenges.remove(row.key()));
  }

  private static String key(User user, String session) {
    return prefix(user) + session.substring(0, Math.max(0, session.indexOf(BETWEEN)));
  }

  private static String prefix(User user) {
    return user.sub() + "/";
  }

  private static String hash(String secret) {
    return Hashes.sha256(secret.getBytes(UTF_8));
  }
}
