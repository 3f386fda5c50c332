package io.albumen.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.local.ChildProcess;
import io.albumen.local.TestStack;
import io.albumen.local.faces.Inbox;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

class RestartTest extends MfaFixture {
  @Test
  void keepsTheSecondFactorOverTwoRestarts() {
    var app = enableMfa();
    restart();
    restart();
    var session = pool.challenge(email).session();

    assertThat(pool.answer(email, session, app.code()).accessToken()).isNotEmpty();
  }

  @Test
  void keepsWhichCodesWereUsed() {
    var code = enableMfa().code();
    pool.answer(email, pool.challenge(email).session(), code);
    restart();
    var session = pool.challenge(email).session();

    assertThatThrownBy(() -> pool.answer(email, session, code))
        .isInstanceOf(ExpiredCodeException.class);
  }

  @Test
  void keepsSignInsThatWaitForACode() {
    var app = enableMfa();
    var session = pool.challenge(email).session();
    restart();

    assertThat(pool.answer(email, session, app.code()).accessToken()).isNotEmpty();
  }

  @Test
  void keepsAnUnfinishedSetUp() {
    var app = new Authenticator(pool.associate(token), CLOCK);
    restart();
    pool.verify(token, app.code());
    pool.prefer(token, true);

    assertThat(pool.challenge(email).challengeNameAsString()).isEqualTo("SOFTWARE_TOKEN_MFA");
  }

  @Test
  void keepsCountingGuesses() {
    var app = enableMfa();
    var session = pool.challenge(email).session();
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> pool.answer(email, session, app.wrongCode()))
          .isInstanceOf(CodeMismatchException.class);
    }
    restart();

    assertThatThrownBy(() -> pool.answer(email, session, app.code()))
        .isInstanceOf(NotAuthorizedException.class);
  }

  @Test
  void keepsRevocations() {
    pool.aws.globalSignOut(r -> r.accessToken(token));
    restart();

    assertThatThrownBy(() -> pool.getUser(token)).isInstanceOf(NotAuthorizedException.class);
  }

  @Test
  void losesNothingAcknowledgedWhenKilled(@TempDir Path directory) throws Exception {
    var arguments =
        new String[] {"--state", directory.resolve("state").toString(), "--parts", "cognito"};
    var first = ChildProcess.launch(directory, arguments);
    var before = client(first.awaitReady());
    before.newUser(email);
    var app = before.enableMfa(before.signIn(email).accessToken(), Clock.systemUTC());
    var session = before.challenge(email).session();
    first.kill();

    try (var second = ChildProcess.launch(directory, arguments)) {
      var after = client(second.awaitReady());

      assertThat(after.answer(email, session, app.code(STEP)).accessToken()).isNotEmpty();
    }
  }

  private static PoolClient client(Properties settings) {
    var endpoint = URI.create(settings.getProperty("albumen.cognito.endpoint-override"));
    var aws =
        CognitoIdentityProviderClient.builder()
            .endpointOverride(endpoint)
            .region(Region.EU_WEST_1)
            .credentialsProvider(TestStack.credentials(settings))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    return new PoolClient(
        aws,
        new Inbox(URI.create(settings.getProperty("albumen.mailbox.url"))),
        settings::getProperty);
  }
}
