package io.albumen.auth.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.auth.LocalStack;
import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.LocalAccounts;
import io.albumen.common.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Against the embedded pool, which answers as Cognito does. */
class CognitoUserDirectoryTest {
  private static final UserId NOBODY = new UserId(UUID.randomUUID());

  private final String prefix = "dir-%s-".formatted(UUID.randomUUID());
  private final UserDirectory directory =
      new CognitoUserDirectory(LocalStack.cognito(), LocalStack.cognitoConfig());

  @Test
  void findsByAddressAndById() {
    var ada = signUp("ada");

    assertThat(directory.find(ada.id())).contains(ada);
  }

  @Test
  void showsWhatKeepersSee() {
    assertThat(signUp("ada"))
        .extracting(DirectoryUser::email, DirectoryUser::displayName, DirectoryUser::status)
        .containsExactly(prefix + "ada@example.com", "Ada", AccountStatus.UNCONFIRMED);
  }

  @Test
  void findsNobodyWhereThereIsNone() {
    assertThat(directory.find(NOBODY)).isEmpty();
  }

  @Test
  void givesAndTakesTheRightToSignIn() {
    var ada = signUp("ada").id();

    directory.disable(ada);
    var isEnabledThen = directory.find(ada).orElseThrow().enabled();
    directory.enable(ada);

    assertThat(List.of(isEnabledThen, directory.find(ada).orElseThrow().enabled()))
        .containsExactly(false, true);
  }

  @Test
  void grantsAndWithdrawsRoles() {
    var ada = signUp("ada").id();

    directory.grant(ada, Role.ADMIN);
    directory.grant(ada, Role.MODERATOR);
    directory.withdraw(ada, Role.ADMIN);

    assertThat(directory.roles(ada)).containsExactly(Role.MODERATOR);
  }

  @Test
  void deletes() {
    var ada = signUp("ada").id();

    directory.delete(ada);

    assertThat(directory.find(ada)).isEmpty();
  }

  @Test
  void doesEverythingTwice() {
    var ada = signUp("ada").id();

    assertThatCode(
            () -> {
              for (int i = 0; i < 2; i++) {
                directory.grant(ada, Role.ADMIN);
                directory.disable(ada);
                directory.signOut(ada);
                directory.enable(ada);
              }
              for (int i = 0; i < 2; i++) {
                directory.withdraw(ada, Role.ADMIN);
                directory.delete(ada);
              }
            })
        .doesNotThrowAnyException();
  }

  @Test
  void isContentWithWhoIsGoneAlready() {
    assertThatCode(
            () -> {
              directory.disable(NOBODY);
              directory.enable(NOBODY);
              directory.signOut(NOBODY);
              directory.withdraw(NOBODY, Role.ADMIN);
              directory.delete(NOBODY);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void grantsNobodyAnything() {
    assertThatThrownBy(() -> directory.grant(NOBODY, Role.ADMIN))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void listsPageByPageWhoseAddressBeginsSo() {
    var wanted = List.of(signUp("a"), signUp("b"), signUp("c"));

    assertThat(listAll(prefix)).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void attack49AQuotationMarkDoesNotEndTheFilter() {
    assertThatThrownBy(() -> directory.list("\" or email ^= \"a", 2, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<DirectoryUser> listAll(String emailPrefix) {
    var all = new ArrayList<DirectoryUser>();
    @Nullable String position = null;
    do {
      var page = directory.list(emailPrefix, 2, position);
      all.addAll(page.users());
      position = page.next();
    } while (position != null);
    return all;
  }

  private DirectoryUser signUp(String name) {
    var email = EmailAddress.of(prefix + name + "@example.com");
    LocalAccounts.signUp(email);
    return directory.find(email).orElseThrow();
  }
}
