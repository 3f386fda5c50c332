package io.albumen.auth.pool;

import io.albumen.auth.Lifeline;
import io.albumen.common.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A pool whose code is always {@link #CODE} and whose tokens name their owner. */
@Alternative
@ApplicationScoped
public class InMemoryUserPool implements UserPool {
  public static final String CODE = "123456";
  public static final String CHALLENGE = "a-session";
  public static final Instant ISSUED_AT = Instant.parse("2026-03-01T12:00:00Z");
  public static final Instant CREATED_AT = Instant.parse("2026-02-03T04:05:06Z");

  private final Lifeline life;
  private final Map<EmailAddress, Account> accounts = new HashMap<>();
  private final Set<String> refreshTokens = new HashSet<>();
  private final List<EmailAddress> mailed = new ArrayList<>();
  private boolean isDown;
  private boolean wantsCode;
  private boolean isCutOff;

  public InMemoryUserPool() {
    this(new Lifeline());
  }

  public InMemoryUserPool(Lifeline life) {
    this.life = life;
  }

  private record Account(PoolUser user, Password password, boolean enabled) {
    Account with(boolean confirmed, Profile profile, boolean mfa) {
      return new Account(
          new PoolUser(user.id(), user.email(), confirmed, profile, mfa, user.createdAt()),
          password,
          enabled);
    }
  }

  public void clear() {
    accounts.clear();
    refreshTokens.clear();
    mailed.clear();
    isDown = false;
    wantsCode = false;
    isCutOff = false;
  }

  /** From now on nothing is reached. */
  public void goDown() {
    isDown = true;
  }

  /** The next change of a password takes effect, but its answer is lost. */
  public void cutOffAfterwards() {
    isCutOff = true;
  }

  /** From now on the right password is not enough. */
  public void askForSecondFactor() {
    wantsCode = true;
  }

  /** To whom codes went, in order. */
  public List<EmailAddress> mailed() {
    return List.copyOf(mailed);
  }

  /** How many have begun and not ended. */
  public int sessions() {
    return refreshTokens.size();
  }

  public UserId add(EmailAddress email, Password password, boolean confirmed) {
    var id = new UserId(UUID.randomUUID());
    var profile = new Profile("Ada", "en", "UTC");
    accounts.put(
        email,
        new Account(
            new PoolUser(id, email, confirmed, profile, false, CREATED_AT), password, true));
    return id;
  }

  public void disable(EmailAddress email) {
    accounts.computeIfPresent(
        email, (_, account) -> new Account(account.user(), account.password(), false));
  }

  public boolean hasPassword(EmailAddress email, Password password) {
    return get(email).password().equals(password);
  }

  public void setPassword(EmailAddress email, Password password) {
    accounts.computeIfPresent(
        email, (_, account) -> new Account(account.user(), password, account.enabled()));
    life.step();
    if (isCutOff) {
      throw unavailable();
    }
  }

  public void setMfa(EmailAddress email, boolean enabled) {
    accounts.computeIfPresent(
        email,
        (_, account) ->
            account.with(account.user().confirmed(), account.user().profile(), enabled));
    life.step();
  }

  /** Whether it may be used, so that a code may go to its address. */
  public boolean canReset(EmailAddress email) {
    var account = accounts.get(email);
    return account != null && account.user().confirmed() && account.enabled();
  }

  /** Whose the tokens are, whatever they are: the one account's that there is. */
  public EmailAddress owner() {
    return accounts.keySet().iterator().next();
  }

  public void mail(EmailAddress email) {
    mailed.add(email);
  }

  /** Fails as long as nothing is reached. */
  public void reach() {
    if (isDown) {
      throw unavailable();
    }
  }

  private static PoolException unavailable() {
    return new PoolException.Unavailable(Duration.ofSeconds(5), new IllegalStateException("down"));
  }

  public void remove(EmailAddress email) {
    accounts.remove(email);
  }

  @Override
  public SignUpResult signUp(NewUser user) {
    reach();
    if (accounts.containsKey(user.email())) {
      return SignUpResult.KNOWN;
    }
    add(user.email(), user.password(), false);
    replace(user.email(), user.profile(), false);
    mailed.add(user.email());
    life.step();
    return SignUpResult.CREATED;
  }

  @Override
  public ConfirmResult confirm(EmailAddress email, String code) {
    reach();
    var account = accounts.get(email);
    if (account == null) {
      return ConfirmResult.MISMATCH;
    }
    if (account.user().confirmed()) {
      return ConfirmResult.ALREADY_CONFIRMED;
    }
    return switch (code) {
      case CODE -> {
        replace(email, account.user().profile(), true);
        life.step();
        yield ConfirmResult.CONFIRMED;
      }
      case "000000" -> ConfirmResult.EXPIRED;
      case "999999" -> ConfirmResult.TOO_MANY_ATTEMPTS;
      default -> ConfirmResult.MISMATCH;
    };
  }

  @Override
  public void resendCode(EmailAddress email) {
    reach();
    var account = accounts.get(email);
    if (account != null && !account.user().confirmed()) {
      mailed.add(email);
    }
  }

  @Override
  public SignInResult signIn(EmailAddress email, Password password) {
    reach();
    var account = accounts.get(email);
    if (account == null || !account.password().equals(password)) {
      throw new PoolException.BadCredentials();
    }
    if (!account.enabled()) {
      throw new PoolException.Disabled();
    }
    if (!account.user().confirmed()) {
      throw new PoolException.NotConfirmed();
    }
    return wantsCode || account.user().mfaEnabled()
        ? new SignInResult.Challenged("SOFTWARE_TOKEN_MFA", CHALLENGE)
        : new SignInResult.SignedIn(session());
  }

  @Override
  public Tokens answerChallenge(EmailAddress email, String session, String code) {
    reach();
    if (!accounts.containsKey(email) || !session.equals(CHALLENGE)) {
      throw new PoolException.ChallengeEnded();
    }
    if (!code.equals(CODE)) {
      throw new PoolException.WrongCode();
    }
    return session();
  }

  @Override
  public Tokens refresh(String refreshToken) {
    reach();
    if (!refreshTokens.remove(refreshToken)) {
      throw new PoolException.SessionEnded();
    }
    return session();
  }

  @Override
  public void revoke(String refreshToken) {
    reach();
    refreshTokens.remove(refreshToken);
  }

  @Override
  public Optional<PoolUser> find(EmailAddress email) {
    reach();
    return Optional.ofNullable(accounts.get(email)).map(Account::user);
  }

  @Override
  public Optional<PoolUser> find(UserId id) {
    reach();
    return accounts.values().stream()
        .map(Account::user)
        .filter(user -> user.id().equals(id))
        .findFirst();
  }

  /** Whatever the token, it is the one account's that there is. */
  @Override
  public void update(String accessToken, Profile profile) {
    reach();
    replace(owner(), profile, get(owner()).user().confirmed());
    life.step();
  }

  private void replace(EmailAddress email, Profile profile, boolean confirmed) {
    var account = get(email);
    accounts.put(email, account.with(confirmed, profile, account.user().mfaEnabled()));
  }

  private Account get(EmailAddress email) {
    var account = accounts.get(email);
    if (account == null) {
      throw new IllegalStateException("no such account");
    }
    return account;
  }

  private Tokens session() {
    var refreshToken = "refresh-" + UUID.randomUUID();
    refreshTokens.add(refreshToken);
    return new Tokens("access", refreshToken, Duration.ofMinutes(5), ISSUED_AT);
  }
}
