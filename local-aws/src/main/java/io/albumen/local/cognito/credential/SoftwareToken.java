package io.albumen.local.cognito.credential;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user's authenticator app, and what was guessed of its codes.
 *
 * @param secret shared with the app; null until a first one is proven by a code
 * @param offered handed out, but not proven yet; the proven one goes on until it is
 * @param lastStep the latest step whose code was used; it and those before are used up
 * @param enabled whether sign-in asks for a code
 * @param preferred over other factors, of which the pool has none
 */
public record SoftwareToken(
    @Nullable String secret,
    @Nullable String offered,
    @Nullable String deviceName,
    long lastStep,
    boolean enabled,
    boolean preferred,
    LockOut guesses) {
  public static final SoftwareToken NONE =
      new SoftwareToken(null, null, null, 0, false, false, LockOut.NONE);

  /** How a code is taken. */
  public enum Verdict {
    RIGHT,
    WRONG,
    USED_BEFORE,
    LOCKED_OUT,
    NO_TOKEN
  }

  /**
   * A code's fate.
   *
   * @param next the token after it, to be kept whatever the verdict
   */
  public record Judged(Verdict verdict, SoftwareToken next) {}

  /** With a secret to be proven. */
  public SoftwareToken offering() {
    return new SoftwareToken(
        secret, Totp.newSecret(), deviceName, lastStep, enabled, preferred, guesses);
  }

  /** The offered secret as the app takes it. */
  public String offeredLetters() {
    return offered == null ? "" : Totp.base32(offered);
  }

  public boolean proven() {
    return secret != null;
  }

  public SoftwareToken with(boolean nowEnabled, boolean nowPreferred) {
    return new SoftwareToken(
        secret, offered, deviceName, lastStep, nowEnabled, nowPreferred, guesses);
  }

  /** A code of the secret on offer, or of the proven one where none is. */
  public Judged prove(String code, @Nullable String name, Instant now) {
    var tried = offered == null ? secret : offered;
    var judged = judge(tried, code, now);
    if (judged.verdict() != Verdict.RIGHT) {
      return judged;
    }
    var next = judged.next();
    return new Judged(
        Verdict.RIGHT,
        new SoftwareToken(tried, null, name, next.lastStep, enabled, preferred, next.guesses));
  }

  /** A code at sign-in. */
  public Judged use(String code, Instant now) {
    return enabled ? judge(secret, code, now) : new Judged(Verdict.NO_TOKEN, this);
  }

  private Judged judge(@Nullable String tried, String code, Instant now) {
    if (tried == null) {
      return new Judged(Verdict.NO_TOKEN, this);
    }
    if (guesses.holds(now)) {
      return new Judged(Verdict.LOCKED_OUT, this);
    }
    var step = Totp.step(tried, code, now);
    if (step.isEmpty()) {
      return new Judged(Verdict.WRONG, after(lastStep, guesses.failed(now)));
    }
    return tried.equals(secret) && step.getAsLong() <= lastStep
        ? new Judged(Verdict.USED_BEFORE, this)
        : new Judged(Verdict.RIGHT, after(step.getAsLong(), LockOut.NONE));
  }

  private SoftwareToken after(long step, LockOut nowGuesses) {
    return new SoftwareToken(secret, offered, deviceName, step, enabled, preferred, nowGuesses);
  }

  @Override
  public String toString() {
    return "SoftwareToken[enabled=" + enabled + "]";
  }
}
