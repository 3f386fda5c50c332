package io.albumen.local.cognito;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.albumen.local.faces.Faces;
import io.albumen.local.faces.Inbox;
import io.albumen.local.sigv4.Hashes;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;

/** What auth-service does, in few words: the AWS client with the secret hash filled in. */
final class PoolClient {
  static final String PASSWORD = "Correct-Horse-7";

  final CognitoIdentityProviderClient aws;
  private final Inbox inbox;
  private final UnaryOperator<String> settings;

  PoolClient(Faces faces) {
    this(
        faces.client("cognito", CognitoIdentityProviderClient.builder()),
        faces.inbox(),
        faces::setting);
  }

  PoolClient(CognitoIdentityProviderClient aws, Inbox inbox, UnaryOperator<String> settings) {
    this.aws = aws;
    this.inbox = inbox;
    this.settings = settings;
  }

  static String newAddress() {
    return "ada-" + UUID.randomUUID().toString().substring(0, 8) + "@example.com";
  }

  String clientId() {
    return settings.apply("albumen.cognito.client-id");
  }

  String clientSecret() {
    return settings.apply("albumen.cognito.client-secret");
  }

  String poolId() {
    return settings.apply("albumen.cognito.user-pool-id");
  }

  String hash(String username) {
    var mac = Hashes.hmac(clientSecret().getBytes(UTF_8), username + clientId());
    return Base64.getEncoder().encodeToString(mac);
  }

  String signUp(String email) {
    return signUp(email, PASSWORD);
  }

  String signUp(String email, String password) {
    return aws.signUp(
            request ->
                request
                    .clientId(clientId())
                    .secretHash(hash(email))
                    .username(email)
                    .password(password)
                    .userAttributes(
                        AttributeType.builder().name("email").value(email).build(),
                        AttributeType.builder().name("name").value("Ada").build()))
        .userSub();
  }

  void confirm(String email, String code) {
    aws.confirmSignUp(
        request ->
            request
                .clientId(clientId())
                .secretHash(hash(email))
                .username(email)
                .confirmationCode(code));
  }

  void resend(String email) {
    aws.resendConfirmationCode(
        request -> request.clientId(clientId()).secretHash(hash(email)).username(email));
  }

  void forgot(String email) {
    aws.forgotPassword(
        request -> request.clientId(clientId()).secretHash(hash(email)).username(email));
  }

  void reset(String email, String code, String password) {
    aws.confirmForgotPassword(
        request ->
            request
                .clientId(clientId())
                .secretHash(hash(email))
                .username(email)
                .confirmationCode(code)
                .password(password));
  }

  /** Signs up and confirms; answers the sub. */
  String newUser(String email) {
    var sub = signUp(email);
    confirm(email, inbox.codeFor(email));
    return sub;
  }

  AuthenticationResultType signIn(String email) {
    return signIn(email, PASSWORD);
  }

  AuthenticationResultType signIn(String email, String password) {
    return auth(
        "USER_PASSWORD_AUTH",
        Map.of("USERNAME", email, "PASSWORD", password, "SECRET_HASH", hash(email)));
  }

  AuthenticationResultType auth(String flow, Map<String, String> parameters) {
    return initiate(flow, parameters).authenticationResult();
  }

  /** The password's answer where a code is due. */
  InitiateAuthResponse challenge(String email) {
    return initiate(
        "USER_PASSWORD_AUTH",
        Map.of("USERNAME", email, "PASSWORD", PASSWORD, "SECRET_HASH", hash(email)));
  }

  private InitiateAuthResponse initiate(String flow, Map<String, String> parameters) {
    return aws.initiateAuth(
        request ->
            request.authFlow(flow).clientId(clientId()).authParameters(new HashMap<>(parameters)));
  }

  AuthenticationResultType answer(String email, String session, String code) {
    return aws.respondToAuthChallenge(
            request ->
                request
                    .clientId(clientId())
                    .challengeName("SOFTWARE_TOKEN_MFA")
                    .session(session)
                    .challengeResponses(
                        Map.of(
                            "USERNAME", email,
                            "SOFTWARE_TOKEN_MFA_CODE", code,
                            "SECRET_HASH", hash(email))))
        .authenticationResult();
  }

  /** Sets up an authenticator and asks for its codes at sign-in. */
  Authenticator enableMfa(String accessToken, Clock clock) {
    var app = new Authenticator(associate(accessToken), clock);
    verify(accessToken, app.code());
    prefer(accessToken, true);
    return app;
  }

  String associate(String accessToken) {
    return aws.associateSoftwareToken(request -> request.accessToken(accessToken)).secretCode();
  }

  void verify(String accessToken, String code) {
    aws.verifySoftwareToken(
        request -> request.accessToken(accessToken).userCode(code).friendlyDeviceName("phone"));
  }

  void prefer(String accessToken, boolean enabled) {
    aws.setUserMFAPreference(
        request ->
            request
                .accessToken(accessToken)
                .softwareTokenMfaSettings(
                    settings -> settings.enabled(enabled).preferredMfa(enabled)));
  }

  AuthenticationResultType refresh(String refreshToken) {
    return aws.getTokensFromRefreshToken(
            request ->
                request
                    .refreshToken(refreshToken)
                    .clientId(clientId())
                    .clientSecret(clientSecret()))
        .authenticationResult();
  }

  void getUser(String accessToken) {
    aws.getUser(request -> request.accessToken(accessToken));
  }
}
