package io.albumen.local.cognito.pool;

import io.albumen.local.cognito.credential.SoftwareToken;
import io.albumen.local.cognito.credential.SoftwareToken.Judged;
import io.albumen.local.cognito.credential.SoftwareToken.Verdict;
import io.albumen.local.store.DurableStore;
import io.albumen.local.store.Table;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The users' authenticator apps. */
public final class SoftwareTokens {
  private final DurableStore store;
  private final Users users;
  private final Table<SoftwareToken> tokens;
  private final Clock clock;

  SoftwareTokens(DurableStore store, Users users, Clock clock) {
    this.store = store;
    this.users = users;
    this.tokens = store.table("software-tokens", SoftwareToken.class);
    this.clock = clock;
  }

  /** One that is not enabled where the user has none. */
  public SoftwareToken of(User user) {
    return tokens.find(user.sub()).orElse(SoftwareToken.NONE);
  }

  /** Offers a new secret; an authenticator in use stays in use until the new one is proven. */
  public String offer(User user) {
    return store.change(
        () -> {
          var offering = latest(user).offering();
          tokens.put(user.sub(), offering);
          return offering.offeredLetters();
        });
  }

  /** Takes the secret on offer into use, once a code shows that the app has it. */
  public void prove(User user, String code, @Nullable String deviceName) {
    var verdict = judged(user, token -> token.prove(code, deviceName, clock.instant()));
    switch (verdict) {
      case RIGHT -> {}
      case WRONG, USED_BEFORE -> throw Faults.softwareTokenMismatch();
      case LOCKED_OUT -> throw Faults.lockedOut();
      case NO_TOKEN -> throw Faults.noSoftwareToken();
    }
  }

  /** Whether sign-in asks for a code from now on. */
  public void prefer(User user, boolean enabled, boolean preferred) {
    store.change(
        () -> {
          var token = latest(user);
          if (enabled && !token.proven()) {
            throw Faults.invalidParameter("User has not verified software token mfa");
          }
          tokens.put(user.sub(), token.with(enabled, enabled && preferred));
        });
  }

  /** Uses up a code, or counts a wrong guess. */
  Verdict use(User user, String code) {
    return judged(user, token -> token.use(code, clock.instant()));
  }

  private Verdict judged(User user, Function<SoftwareToken, Judged> judge) {
    return store.change(
        () -> {
          var judged = judge.apply(latest(user));
          tokens.put(user.sub(), judged.next());
          return judged.verdict();
        });
  }

  /** Nothing is kept for a user who was deleted meanwhile. */
  private SoftwareToken latest(User user) {
    return of(users.get(user.sub()));
  }

  void forget(User user) {
    store.change(() -> tokens.remove(user.sub()));
  }
}
