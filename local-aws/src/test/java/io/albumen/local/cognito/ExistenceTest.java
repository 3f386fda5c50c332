package io.albumen.local.cognito;

import static io.albumen.local.cognito.PoolClient.PASSWORD;
import static io.albumen.local.cognito.PoolClient.newAddress;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;

/** Nobody without a password or a code learns who has an account, however often they ask. */
class ExistenceTest extends PoolFixture {
  private static final int OFTEN = 8;
  private final String email = newAddress();
  private final String stranger = newAddress();

  @BeforeEach
  void freezeClock() {
    CLOCK.freeze();
  }

  @Test
  void guessingPasswordsDoesNotTellWhoExists() {
    pool.newUser(email);

    assertSame(name -> pool.signIn(name, "Wrong-Guess-1"));
  }

  @Test
  void forgettingPasswordsDoesNotTellWhoExists() {
    pool.newUser(email);

    assertSame(name -> pool.forgot(name));
  }

  @Test
  void guessingResetCodesDoesNotTellWhoExists() {
    pool.newUser(email);
    pool.forgot(email);
    pool.forgot(stranger);

    assertSame(name -> pool.reset(name, "000000", PASSWORD));
  }

  @Test
  void resettingWithoutAskingForACodeDoesNotTellWhoExists() {
    pool.newUser(email);

    assertSame(name -> pool.reset(name, "000000", PASSWORD));
  }

  @Test
  void guessingConfirmationCodesDoesNotTellWhoExists() {
    pool.signUp(email);

    assertSame(name -> pool.confirm(name, "000000"));
  }

  @Test
  void resendingDoesNotTellWhoAwaitsACode() {
    pool.signUp(email);
    pool.resend(stranger);

    assertSame(name -> pool.resend(name));
  }

  @Test
  void forgottenPasswordsOfDisabledUsersLookLikeAnybodys() {
    pool.newUser(email);
    disable();

    assertSame(name -> pool.forgot(name));
    assertSame(name -> pool.reset(name, "000000", PASSWORD));
  }

  @Test
  void disabledUsersAreSentNoResetCode() {
    pool.newUser(email);
    disable();
    var before = mails();
    pool.forgot(email);

    assertThat(mails()).isEqualTo(before);
  }

  @Test
  void forgottenPasswordsOfUnverifiedUsersLookLikeAnybodys() {
    pool.signUp(email);

    assertSame(name -> pool.forgot(name));
  }

  @Test
  void tellsOfADeliveryThatNeverWas() {
    pool.newUser(email);

    assertThat(delivery(stranger.toUpperCase(Locale.ROOT))).isEqualTo(delivery(email));
  }

  @Test
  void aRestartForgetsNoGuessAtStrangers() {
    answers(stranger, name -> pool.signIn(name, "Wrong-Guess-1"));
    restart();

    assertThat(answer(stranger, name -> pool.signIn(name, "Wrong-Guess-1")))
        .contains("Password attempts exceeded");
  }

  /** The same answers to the same calls, one after another. */
  private void assertSame(Consumer<String> call) {
    assertThat(answers(stranger, call)).isEqualTo(answers(email, call));
  }

  private static List<String> answers(String name, Consumer<String> call) {
    return IntStream.range(0, OFTEN).mapToObj(time -> answer(name, call)).toList();
  }

  private static String answer(String name, Consumer<String> call) {
    try {
      call.accept(name);
      return "done";
    } catch (CognitoIdentityProviderException e) {
      return e.awsErrorDetails().errorCode() + ": " + e.awsErrorDetails().errorMessage();
    }
  }

  private static CodeDeliveryDetailsType delivery(String name) {
    return pool.aws
        .forgotPassword(r -> r.clientId(pool.clientId()).secretHash(pool.hash(name)).username(name))
        .codeDeliveryDetails();
  }

  private void disable() {
    pool.aws.adminDisableUser(r -> r.userPoolId(pool.poolId()).username(email));
  }

  private int mails() {
    return faces.inbox().mailsTo(email).path("messages_count").asInt();
  }
}
