package io.albumen.auth.password;

import static io.albumen.auth.pool.CognitoFailures.rejectWrongSecret;
import static io.albumen.auth.pool.CognitoFailures.says;
import static io.albumen.auth.pool.CognitoFailures.translating;

import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.Password;
import io.albumen.auth.pool.PoolException;
import io.albumen.auth.pool.SecretHash;
import io.albumen.auth.runtime.CognitoConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryFailureException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordHistoryPolicyViolationException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordResetRequiredException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyFailedAttemptsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/**
 * Passwords in Cognito. Nothing is tried again by itself: a repeated mail is a second one, and a
 * repeated code or old password is wrong the second time.
 */
@ApplicationScoped
class CognitoPasswords implements Passwords {
  private static final Logger LOG = Logger.getLogger(CognitoPasswords.class);
  private static final String FIELD = "newPassword";

  private final CognitoIdentityProviderClient cognito;
  private final CognitoConfig config;
  private final SecretHash secretHash;

  CognitoPasswords(CognitoIdentityProviderClient cognito, CognitoConfig config) {
    this.cognito = cognito;
    this.config = config;
    this.secretHash = new SecretHash(config.clientId(), config.clientSecret());
  }

  @Override
  public void mailCode(EmailAddress email) {
    translating(
        () -> {
          try {
            cognito.forgotPassword(
                forgot ->
                    forgot
                        .clientId(config.clientId())
                        .secretHash(secretHash.of(email.value()))
                        .username(email.value()));
          } catch (NotAuthorizedException e) {
            rejectWrongSecret(e);
          } catch (UserNotFoundException
              | UserNotConfirmedException
              | InvalidParameterException e) {
            LOG.debug("no account may have a code");
          } catch (LimitExceededException | CodeDeliveryFailureException e) {
            LOG.warnf("code not sent reason=%s", e.getClass().getSimpleName());
          }
          return Optional.empty();
        });
  }

  @Override
  public void reset(EmailAddress email, String code, Password wanted) {
    translating(
        () -> {
          try {
            cognito.confirmForgotPassword(
                confirm ->
                    confirm
                        .clientId(config.clientId())
                        .secretHash(secretHash.of(email.value()))
                        .username(email.value())
                        .confirmationCode(code)
                        .password(wanted.value()));
            return Optional.empty();
          } catch (InvalidPasswordException | PasswordHistoryPolicyViolationException e) {
            throw new PoolException.WeakPassword(FIELD);
          } catch (NotAuthorizedException e) {
            rejectWrongSecret(e);
            throw new PasswordException.CodeRefused();
          } catch (CodeMismatchException
              | ExpiredCodeException
              | LimitExceededException
              | TooManyFailedAttemptsException
              | UserNotFoundException
              | UserNotConfirmedException
              | InvalidParameterException e) {
            throw new PasswordException.CodeRefused();
          }
        });
  }

  @Override
  public void change(String accessToken, Password old, Password wanted) {
    translating(
        () -> {
          try {
            return cognito.changePassword(
                change ->
                    change
                        .accessToken(accessToken)
                        .previousPassword(old.value())
                        .proposedPassword(wanted.value()));
          } catch (InvalidPasswordException | PasswordHistoryPolicyViolationException e) {
            throw new PoolException.WeakPassword(FIELD);
          } catch (NotAuthorizedException e) {
            throw refusal(e);
          } catch (LimitExceededException | InvalidParameterException e) {
            throw new PasswordException.WrongPassword();
          } catch (UserNotFoundException
              | UserNotConfirmedException
              | PasswordResetRequiredException e) {
            throw new PoolException.SessionEnded();
          }
        });
  }

  /** Cognito has one type for a wrong password and for a token that is no longer good. */
  private static RuntimeException refusal(NotAuthorizedException e) {
    return says(e, "password")
        ? new PasswordException.WrongPassword()
        : new PoolException.SessionEnded();
  }
}
