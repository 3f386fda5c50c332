package io.albumen.auth.registration;

import io.albumen.auth.intent.Intent;
import io.albumen.auth.intent.IntentHandler.Outcome;
import io.albumen.auth.intent.Intents;
import io.albumen.auth.password.PasswordPolicy;
import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.NewUser;
import io.albumen.auth.pool.UserPool;
import io.albumen.auth.pool.UserPool.SignUpResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Makes accounts, without ever telling who has one. */
@ApplicationScoped
class RegistrationService {
  private static final Logger LOG = Logger.getLogger(RegistrationService.class);

  private final UserPool pool;
  private final Intents intents;
  private final Verification verification;
  private final PasswordPolicy passwords;
  private final Clock clock;

  RegistrationService(
      UserPool pool,
      Intents intents,
      Verification verification,
      PasswordPolicy passwords,
      Clock clock) {
    this.pool = pool;
    this.intents = intents;
    this.verification = verification;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** To a known address goes a fresh code if it still waits for one, and nothing else happens. */
  void signUp(NewUser user) {
    passwords.check(user.password(), "password");
    var result = pool.signUp(user);
    if (result == SignUpResult.KNOWN) {
      pool.resendCode(user.email());
    }
    LOG.infof("sign-up taken result=%s", result);
  }

  void resendCode(EmailAddress email) {
    pool.resendCode(email);
  }

  /** The same code again, after an answer was lost, succeeds again. */
  void confirm(EmailAddress email, String code) {
    var intent = Verification.intent(email, code, clock.instant());
    boolean isRepeated = intents.open(intent);
    switch (pool.confirm(email, code)) {
      case CONFIRMED -> announce(intent);
      case ALREADY_CONFIRMED -> {
        if (!isRepeated) {
          throw refused(intent, new RegistrationException.CodeMismatch());
        }
        announce(intent);
      }
      case MISMATCH -> throw refused(intent, new RegistrationException.CodeMismatch());
      case EXPIRED -> throw refused(intent, new RegistrationException.CodeExpired());
      case TOO_MANY_ATTEMPTS -> throw refused(intent, new RegistrationException.TooManyAttempts());
      case ADDRESS_TAKEN -> throw refused(intent, new RegistrationException.AddressTaken());
    }
  }

  private RegistrationException refused(Intent intent, RegistrationException refusal) {
    intents.close(intent, Outcome.DROPPED);
    return refusal;
  }

  /** The account is confirmed whatever happens here, so a failure is left to the sweeper. */
  private void announce(Intent intent) {
    try {
      intents.close(intent, verification.resume(intent));
    } catch (RuntimeException e) {
      LOG.warnf("announcement deferred intent=%s reason=%s", intent.id(), e);
    }
  }
}
