package io.albumen.auth.pool;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InternalErrorException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyFailedAttemptsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyRequestsException;

/** Tells apart Cognito's failures that mean the same for every operation. */
public final class CognitoFailures {
  private static final Logger LOG = Logger.getLogger(CognitoFailures.class);
  private static final Duration SOON = Duration.ofSeconds(5);

  /** Cognito locks an account's attempts for up to 15 minutes. */
  private static final Duration LOCKED = Duration.ofMinutes(15);

  private CognitoFailures() {}

  /** Runs a call; failures that the operation itself did not handle become ours. */
  public static <T> T translating(Supplier<T> call) {
    try {
      return call.get();
    } catch (LimitExceededException | TooManyFailedAttemptsException e) {
      throw new PoolException.LimitExceeded(LOCKED);
    } catch (TooManyRequestsException e) {
      throw busy(e);
    } catch (InternalErrorException e) {
      throw unavailable(e);
    } catch (CognitoIdentityProviderException e) {
      if (e.isThrottlingException()) {
        throw busy(e);
      }
      if (e.statusCode() >= 500) {
        throw unavailable(e);
      }
      throw misconfigured(e);
    } catch (SdkClientException e) {
      throw unavailable(e);
    }
  }

  /** Cognito says a wrong client secret with the same type as a wrong password. */
  public static void rejectWrongSecret(NotAuthorizedException e) {
    if (says(e, "secret")) {
      throw misconfigured(e);
    }
  }

  /** Whether the message has a word; for what Cognito tells apart by nothing else. */
  public static boolean says(NotAuthorizedException e, String word) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains(word);
  }

  /** Guesses at a second factor were too many; Cognito has no type for it. */
  public static void rejectLockedOut(NotAuthorizedException e) {
    if (says(e, "attempts exceeded")) {
      throw new PoolException.LimitExceeded(LOCKED);
    }
  }

  private static PoolException busy(RuntimeException cause) {
    LOG.warnf("pool busy reason=%s", cause.getClass().getSimpleName());
    return new PoolException.Busy(SOON, cause);
  }

  private static PoolException unavailable(RuntimeException cause) {
    LOG.warnf("pool unavailable reason=%s", cause.getClass().getSimpleName());
    return new PoolException.Unavailable(SOON, cause);
  }

  private static IllegalStateException misconfigured(CognitoIdentityProviderException e) {
    return new IllegalStateException("the pool refused a call of ours", e);
  }
}
