package io.albumen.auth.pool;

import static io.albumen.auth.pool.CognitoFailures.rejectLockedOut;
import static io.albumen.auth.pool.CognitoFailures.rejectWrongSecret;
import static io.albumen.auth.pool.CognitoFailures.says;
import static io.albumen.auth.pool.CognitoFailures.translating;

import io.albumen.auth.runtime.CognitoConfig;
import io.albumen.auth.runtime.Retrying;
import io.albumen.common.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryFailureException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordResetRequiredException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RefreshTokenReuseException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SoftwareTokenMfaNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyFailedAttemptsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnauthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnsupportedTokenTypeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/**
 * The pool in Cognito: users are named by their address, their id is the {@code sub}. Only what may
 * happen twice is tried again: a repeated code, challenge or rotation would be told that its own
 * success is a failure, a repeated password would count as two guesses, a repeated mail is a second
 * one.
 */
@ApplicationScoped
class CognitoUserPool implements UserPool {
  private static final Logger LOG = Logger.getLogger(CognitoUserPool.class);

  private final CognitoIdentityProviderClient cognito;
  private final CognitoIdentityProviderClient retrying;
  private final CognitoConfig config;
  private final SecretHash secretHash;

  CognitoUserPool(
      CognitoIdentityProviderClient cognito,
      @Retrying CognitoIdentityProviderClient retrying,
      CognitoConfig config) {
    this.cognito = cognito;
    this.retrying = retrying;
    this.config = config;
    this.secretHash = new SecretHash(config.clientId(), config.clientSecret());
  }

  @Override
  public SignUpResult signUp(NewUser user) {
    var email = user.email().value();
    return translating(
        () -> {
          try {
            cognito.signUp(
                signUp ->
                    signUp
                        .clientId(config.clientId())
                        .secretHash(secretHash.of(email))
                        .username(email)
                        .password(user.password().value())
                        .userAttributes(
                            attribute("email", email),
                            attribute("name", user.profile().displayName()),
                            attribute("locale", user.profile().locale()),
                            attribute("zoneinfo", user.profile().timeZone())));
            return SignUpResult.CREATED;
          } catch (UsernameExistsException e) {
            return SignUpResult.KNOWN;
          } catch (CodeDeliveryFailureException e) {
            LOG.warn("code not delivered, the account awaits another");
            return SignUpResult.CREATED;
          } catch (InvalidPasswordException e) {
            throw new PoolException.WeakPassword("password");
          } catch (InvalidParameterException e) {
            throw new PoolException.SignUpRefused();
          }
        });
  }

  @Override
  public ConfirmResult confirm(EmailAddress email, String code) {
    return translating(
        () -> {
          try {
            cognito.confirmSignUp(
                confirm ->
                    confirm
                        .clientId(config.clientId())
                        .secretHash(secretHash.of(email.value()))
                        .username(email.value())
                        .confirmationCode(code));
            return ConfirmResult.CONFIRMED;
          } catch (NotAuthorizedException e) {
            rejectWrongSecret(e);
            return ConfirmResult.ALREADY_CONFIRMED;
          } catch (CodeMismatchException | UserNotFoundException | InvalidParameterException e) {
            return ConfirmResult.MISMATCH;
          } catch (ExpiredCodeException e) {
            return ConfirmResult.EXPIRED;
          } catch (LimitExceededException | TooManyFailedAttemptsException e) {
            return ConfirmResult.TOO_MANY_ATTEMPTS;
          } catch (AliasExistsException e) {
            return ConfirmResult.ADDRESS_TAKEN;
          }
        });
  }

  @Override
  public void resendCode(EmailAddress email) {
    translating(
        () -> {
          try {
            cognito.resendConfirmationCode(
                resend ->
                    resend
                        .clientId(config.clientId())
                        .secretHash(secretHash.of(email.value()))
                        .username(email.value()));
          } catch (NotAuthorizedException e) {
            rejectWrongSecret(e);
          } catch (UserNotFoundException | InvalidParameterException e) {
            LOG.debug("no account waits for a code");
          } catch (LimitExceededException | CodeDeliveryFailureException e) {
            LOG.warnf("code not sent reason=%s", e.getClass().getSimpleName());
          }
          return Optional.empty();
        });
  }

  @Override
  public SignInResult signIn(EmailAddress email, Password password) {
    return translating(
        () -> {
          try {
            return resultOf(
                cognito.initiateAuth(
                    auth ->
                        auth.clientId(config.clientId())
                            .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                            .authParameters(
                                Map.of(
                                    "USERNAME", email.value(),
                                    "PASSWORD", password.value(),
                                    "SECRET_HASH", secretHash.of(email.value())))));
          } catch (NotAuthorizedException e) {
            rejectWrongSecret(e);
            if (says(e, "disabled")) {
              throw new PoolException.Disabled();
            }
            throw new PoolException.BadCredentials();
          } catch (UserNotFoundException e) {
            throw new PoolException.BadCredentials();
          } catch (UserNotConfirmedException e) {
            throw new PoolException.NotConfirmed();
          } catch (PasswordResetRequiredException e) {
            throw new PoolException.PasswordResetRequired();
          }
        });
  }

  @Override
  public Tokens answerChallenge(EmailAddress email, String session, String code) {
    return translating(
        () -> {
          try {
            return tokensOf(
                cognito
                    .respondToAuthChallenge(
                        answer ->
                            answer
                                .clientId(config.clientId())
                                .challengeName(ChallengeNameType.SOFTWARE_TOKEN_MFA)
                                .session(session)
                                .challengeResponses(
                                    Map.of(
                                        "USERNAME", email.value(),
                                        "SOFTWARE_TOKEN_MFA_CODE", code,
                                        "SECRET_HASH", secretHash.of(email.value()))))
                    .authenticationResult());
          } catch (NotAuthorizedException e) {
            rejectWrongSecret(e);
            rejectLockedOut(e);
            throw new PoolException.ChallengeEnded();
          } catch (CodeMismatchException | ExpiredCodeException e) {
            throw new PoolException.WrongCode();
          } catch (InvalidParameterException
              | SoftwareTokenMfaNotFoundException
              | UserNotFoundException
              | UserNotConfirmedException
              | PasswordResetRequiredException e) {
            throw new PoolException.ChallengeEnded();
          }
        });
  }

  @Override
  public Tokens refresh(String refreshToken) {
    return translating(
        () -> {
          try {
            return tokensOf(
                cognito
                    .getTokensFromRefreshToken(
                        refresh ->
                            refresh
                                .clientId(config.clientId())
                                .clientSecret(config.clientSecret())
                                .refreshToken(refreshToken))
                    .authenticationResult());
          } catch (NotAuthorizedException e) {
            rejectWrongSecret(e);
            throw new PoolException.SessionEnded();
          } catch (RefreshTokenReuseException
              | InvalidParameterException
              | UserNotFoundException e) {
            throw new PoolException.SessionEnded();
          }
        });
  }

  @Override
  public void revoke(String refreshToken) {
    translating(
        () -> {
          try {
            retrying.revokeToken(
                revoke ->
                    revoke
                        .clientId(config.clientId())
                        .clientSecret(config.clientSecret())
                        .token(refreshToken));
          } catch (NotAuthorizedException
              | UnauthorizedException
              | InvalidParameterException
              | UnsupportedTokenTypeException e) {
            LOG.debug("nothing to revoke");
          }
          return Optional.empty();
        });
  }

  @Override
  public Optional<PoolUser> find(EmailAddress email) {
    return findByName(email.value());
  }

  @Override
  public Optional<PoolUser> find(UserId id) {
    return findByName(id.toString());
  }

  @Override
  public void update(String accessToken, Profile profile) {
    translating(
        () ->
            asOwner(
                () ->
                    retrying.updateUserAttributes(
                        update ->
                            update
                                .accessToken(accessToken)
                                .userAttributes(
                                    attribute("name", profile.displayName()),
                                    attribute("locale", profile.locale()),
                                    attribute("zoneinfo", profile.timeZone())))));
  }

  private Optional<PoolUser> findByName(String userName) {
    return translating(
        () -> {
          try {
            return Optional.of(
                userOf(
                    retrying.adminGetUser(
                        get -> get.userPoolId(config.userPoolId()).username(userName))));
          } catch (UserNotFoundException e) {
            return Optional.empty();
          }
        });
  }

  private static <T> T asOwner(Supplier<T> call) {
    try {
      return call.get();
    } catch (NotAuthorizedException | UserNotFoundException e) {
      throw new PoolException.SessionEnded();
    }
  }

  private static SignInResult resultOf(InitiateAuthResponse answer) {
    return answer.authenticationResult() == null
        ? new SignInResult.Challenged(answer.challengeNameAsString(), answer.session())
        : new SignInResult.SignedIn(tokensOf(answer.authenticationResult()));
  }

  private static Tokens tokensOf(AuthenticationResultType result) {
    return Tokens.of(
        result.accessToken(), result.refreshToken(), Duration.ofSeconds(result.expiresIn()));
  }

  private static PoolUser userOf(AdminGetUserResponse user) {
    var attributes =
        user.userAttributes().stream()
            .collect(Collectors.toMap(AttributeType::name, AttributeType::value));
    return new PoolUser(
        UserId.fromString(required(attributes, "sub")),
        EmailAddress.of(required(attributes, "email")),
        user.userStatus() != UserStatusType.UNCONFIRMED,
        new Profile(
            attributes.getOrDefault("name", ""),
            attributes.getOrDefault("locale", Profile.DEFAULT_LOCALE),
            attributes.getOrDefault("zoneinfo", Profile.DEFAULT_TIME_ZONE)),
        !user.userMFASettingList().isEmpty(),
        user.userCreateDate());
  }

  private static String required(Map<String, String> attributes, String name) {
    var value = attributes.get(name);
    if (value == null) {
      throw new IllegalStateException("the pool has an account without " + name);
    }
    return value;
  }

  private static AttributeType attribute(String name, String value) {
    return AttributeType.builder().name(name).value(value).build();
  }
}
