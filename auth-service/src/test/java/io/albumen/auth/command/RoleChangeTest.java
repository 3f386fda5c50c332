package io.albumen.auth.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.auth.Lifeline;
import io.albumen.auth.SteppingClock;
import io.albumen.auth.command.RoleChange.Result;
import io.albumen.auth.directory.AccountStatus;
import io.albumen.auth.directory.InMemoryUserDirectory;
import io.albumen.auth.directory.Role;
import io.albumen.auth.revocation.RevocationFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleChangeTest {
  private final InMemoryUserDirectory directory = new InMemoryUserDirectory();
  private final RevocationFixture revocations =
      new RevocationFixture(new SteppingClock(), new Lifeline());
  private final RoleChange change = new RoleChange(directory, revocations.revocations());

  @Test
  void grantsARole() {
    var ada = directory.add("ada@example.com");

    var result = run("grant-role admin ada@example.com");

    assertThat(directory.roles(ada)).containsExactly(Role.ADMIN);
    assertThat(result)
        .isEqualTo(
            new Result(
                0,
                "ada@example.com is admin from the next token on: within 5 minutes, or at once"
                    + " after signing in again."));
  }

  @Test
  void grantsItTwice() {
    directory.add("ada@example.com");

    run("grant-role moderator ada@example.com");

    assertThat(run("grant-role moderator ada@example.com").code()).isZero();
  }

  @Test
  void takesAnAddressAsItIsTyped() {
    directory.add("ada@example.com");

    assertThat(run("grant-role moderator Ada@Example.com").code()).isZero();
  }

  @Test
  void revokesARoleAndTheTokensThatSayIt() {
    var ada = directory.add("ada@example.com", Role.ADMIN, Role.MODERATOR);

    var result = run("revoke-role admin ada@example.com");

    assertThat(result.code()).isZero();
    assertThat(directory.roles(ada)).containsExactly(Role.MODERATOR);
    assertThat(revocations.notBefore(ada)).isPresent();
  }

  @Test
  void revokesTokensEvenWhereTheRoleIsGoneAlready() {
    var ada = directory.add("ada@example.com");

    run("revoke-role admin ada@example.com");

    assertThat(revocations.notBefore(ada)).isPresent();
  }

  @Test
  void knowsWhoHasNoAccount() {
    assertThat(run("grant-role admin ada@example.com"))
        .isEqualTo(new Result(1, "Nobody has an account by ada@example.com."));
  }

  @Test
  void grantsNothingToAnUnprovenAddress() {
    var ada = directory.add("ada@example.com");
    directory.setStatus(ada, AccountStatus.UNCONFIRMED);

    assertThat(run("grant-role admin ada@example.com").code()).isEqualTo(1);
    assertThat(directory.roles(ada)).isEmpty();
  }

  @Test
  void grantsNothingToWhoIsSuspended() {
    var ada = directory.add("ada@example.com");
    directory.disable(ada);

    assertThat(run("grant-role admin ada@example.com").code()).isEqualTo(1);
  }

  @Test
  void saysWhenItDidNotWork() {
    directory.goDown();

    assertThat(run("grant-role admin ada@example.com"))
        .isEqualTo(new Result(1, "It did not work, try again: the directory is down"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "grant-role",
        "grant-role admin",
        "grant-role king ada@example.com",
        "make admin ada@example.com",
        "grant-role admin ada@example.com bob@example.com",
        "grant-role admin nonsense",
        "grant-role ADMIN ada@example.com",
      })
  void understandsNothingElse(String line) {
    directory.add("ada@example.com");

    assertThat(run(line).code()).isEqualTo(2);
  }

  private Result run(String line) {
    return change.run(line.split(" "));
  }
}
