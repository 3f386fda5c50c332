package io.albumen.auth.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.auth.LocalStack;
import io.albumen.auth.Mailbox;
import io.albumen.auth.pool.SignInResult.SignedIn;
import io.albumen.auth.pool.UserPool.ConfirmResult;
import io.albumen.auth.pool.UserPool.SignUpResult;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** The life of an account, on the embedded stack's Cognito. */
class CognitoUserPoolLifeTest {
  private static final Password PASSWORD = new Password("Correct-horse-7");
  private static final Profile PROFILE = new Profile("Ada", "pt-BR", "Europe/Lisbon");

  private final CognitoIdentityProviderClient cognito = LocalStack.cognito();
  private final UserPool pool = new CognitoUserPool(cognito, cognito, LocalStack.cognitoConfig());
  private final Mailbox mailbox = LocalStack.mailbox();
  private final EmailAddress email =
      EmailAddress.of("ada-%s@example.com".formatted(UUID.randomUUID()));

  @Test
  void keepsWhatWasTyped() {
    signUp();

    var user = pool.find(email).orElseThrow();

    assertThat(user.profile()).isEqualTo(PROFILE);
  }

  @Test
  void isFoundByItsIdToo() {
    signUp();
    var user = pool.find(email).orElseThrow();

    assertThat(pool.find(user.id())).contains(user);
  }

  @Test
  void isKnownAfterTheFirstSignUp() {
    signUp();

    assertThat(pool.signUp(new NewUser(email, PASSWORD, PROFILE))).isEqualTo(SignUpResult.KNOWN);
  }

  @Test
  void isConfirmedByTheMailedCode() {
    confirmed();

    assertThat(pool.find(email).orElseThrow().confirmed()).isTrue();
  }

  @Test
  void isNotConfirmedByAnotherCode() {
    signUp();
    var wrong = mailbox.codeFor(email.value()).equals("111111") ? "222222" : "111111";

    assertThat(pool.confirm(email, wrong)).isEqualTo(ConfirmResult.MISMATCH);
  }

  @Test
  void isConfirmedByTheNewestCode() {
    signUp();
    pool.resendCode(email);

    assertThat(pool.confirm(email, mailbox.codeFor(email.value())))
        .isEqualTo(ConfirmResult.CONFIRMED);
  }

  @Test
  void isNotConfirmedTwice() {
    var code = confirmed();

    assertThat(pool.confirm(email, code)).isEqualTo(ConfirmResult.ALREADY_CONFIRMED);
  }

  @Test
  void looksLikeAWrongCodeWhereThereIsNoAccount() {
    assertThat(pool.confirm(email, "123456")).isEqualTo(ConfirmResult.MISMATCH);
  }

  @Test
  void cannotBeUsedBeforeItIsConfirmed() {
    signUp();

    assertThatThrownBy(() -> pool.signIn(email, PASSWORD))
        .isInstanceOf(PoolException.NotConfirmed.class);
  }

  @Test
  void hidesThatItIsUnconfirmedFromTheWrongPassword() {
    signUp();

    assertThatThrownBy(() -> pool.signIn(email, new Password("Wrong-horse-7")))
        .isInstanceOf(PoolException.BadCredentials.class);
  }

  @Test
  void looksLikeAWrongPasswordWhereThereIsNoAccount() {
    assertThatThrownBy(() -> pool.signIn(email, PASSWORD))
        .isInstanceOf(PoolException.BadCredentials.class);
  }

  @Test
  void beginsASessionOfFiveMinutes() {
    confirmed();

    assertThat(signIn().expiresIn()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void replacesARefreshTokenAtEachUse() {
    confirmed();
    var first = signIn();

    var second = pool.refresh(String.valueOf(first.refreshToken()));

    assertThat(second.refreshToken()).isNotNull().isNotEqualTo(first.refreshToken());
  }

  @Test
  void refusesARefreshTokenThatNeverWas() {
    assertThatThrownBy(() -> pool.refresh("nonsense"))
        .isInstanceOf(PoolException.SessionEnded.class);
  }

  @Test
  void endsASessionForGood() {
    confirmed();
    var refreshToken = String.valueOf(signIn().refreshToken());

    pool.revoke(refreshToken);

    assertThatThrownBy(() -> pool.refresh(refreshToken))
        .isInstanceOf(PoolException.SessionEnded.class);
  }

  @Test
  void changesItsProfile() {
    confirmed();
    var changed = new Profile("Ada L.", "en", "UTC");

    pool.update(signIn().accessToken(), changed);

    assertThat(pool.find(email).orElseThrow().profile()).isEqualTo(changed);
  }

  @Test
  void takesNoChangeFromARevokedSession() {
    confirmed();
    var tokens = signIn();
    pool.revoke(String.valueOf(tokens.refreshToken()));

    assertThatThrownBy(() -> pool.update(tokens.accessToken(), PROFILE))
        .isInstanceOf(PoolException.SessionEnded.class);
  }

  private void signUp() {
    assertThat(pool.signUp(new NewUser(email, PASSWORD, PROFILE))).isEqualTo(SignUpResult.CREATED);
  }

  private String confirmed() {
    signUp();
    var code = mailbox.codeFor(email.value());
    assertThat(pool.confirm(email, code)).isEqualTo(ConfirmResult.CONFIRMED);
    return code;
  }

  private Tokens signIn() {
    return ((SignedIn) pool.signIn(email, PASSWORD)).tokens();
  }
}
