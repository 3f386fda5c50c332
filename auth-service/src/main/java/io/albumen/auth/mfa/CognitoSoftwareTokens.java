package io.albumen.auth.mfa;

import static io.albumen.auth.pool.CognitoFailures.rejectLockedOut;
import static io.albumen.auth.pool.CognitoFailures.translating;

import io.albumen.auth.pool.PoolException;
import io.albumen.auth.runtime.Retrying;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EnableSoftwareTokenMfaException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SoftwareTokenMfaNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifySoftwareTokenResponseType;

/**
 * Authenticator apps in Cognito. A code counts once, so a proof is not tried again by itself; all
 * else may happen twice.
 */
@ApplicationScoped
class CognitoSoftwareTokens implements SoftwareTokens {
  private final CognitoIdentityProviderClient cognito;
  private final CognitoIdentityProviderClient retrying;

  CognitoSoftwareTokens(
      CognitoIdentityProviderClient cognito, @Retrying CognitoIdentityProviderClient retrying) {
    this.cognito = cognito;
    this.retrying = retrying;
  }

  @Override
  public String offer(String accessToken) {
    return asOwner(
        () ->
            retrying
                .associateSoftwareToken(associate -> associate.accessToken(accessToken))
                .secretCode());
  }

  @Override
  public void prove(String accessToken, String code) {
    var status =
        asOwner(
            () -> {
              try {
                return cognito
                    .verifySoftwareToken(verify -> verify.accessToken(accessToken).userCode(code))
                    .status();
              } catch (SoftwareTokenMfaNotFoundException e) {
                throw new MfaException.NotBegun();
              } catch (CodeMismatchException
                  | EnableSoftwareTokenMfaException
                  | InvalidParameterException e) {
                throw new MfaException.WrongCode();
              }
            });
    if (status != VerifySoftwareTokenResponseType.SUCCESS) {
      throw new MfaException.WrongCode();
    }
  }

  @Override
  public void require(String accessToken) {
    prefer(accessToken, true);
  }

  @Override
  public void renounce(String accessToken) {
    prefer(accessToken, false);
  }

  private void prefer(String accessToken, boolean wanted) {
    asOwner(
        () ->
            retrying.setUserMFAPreference(
                preference ->
                    preference
                        .accessToken(accessToken)
                        .softwareTokenMfaSettings(
                            settings -> settings.enabled(wanted).preferredMfa(wanted))));
  }

  private static <T> T asOwner(Supplier<T> call) {
    return translating(
        () -> {
          try {
            return call.get();
          } catch (NotAuthorizedException e) {
            rejectLockedOut(e);
            throw new PoolException.SessionEnded();
          } catch (UserNotFoundException e) {
            throw new PoolException.SessionEnded();
          }
        });
  }
}
