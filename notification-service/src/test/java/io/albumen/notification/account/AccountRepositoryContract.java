package io.albumen.notification.account;

import static io.albumen.notification.TestClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.common.UserId;
import io.albumen.common.security.Standing;
import java.util.UUID;
import org.junit.jupiter.api.Test;

abstract class AccountRepositoryContract {
  private final UserId ada = new UserId(UUID.randomUUID());

  abstract AccountRepository accounts();

  private Contact contact(String name) {
    return new Contact(ada, "ada@example.com", name, "en", "Europe/Lisbon");
  }

  private Account known(String name, Standing standing) {
    return new Account.Known(contact(name), standing);
  }

  @Test
  void knowsNobodyWithoutAnEvent() {
    assertThat(accounts().find(ada)).isEqualTo(new Account.Unknown(Standing.GOOD));
  }

  @Test
  void keepsWhatItWasTold() {
    accounts().save(contact("Ada"), NOON);

    assertThat(accounts().find(ada)).isEqualTo(known("Ada", Standing.GOOD));
  }

  @Test
  void letsTheLaterEventWinInOrder() {
    accounts().save(contact("Ada"), NOON);
    accounts().save(contact("Countess"), NOON.plusSeconds(1));

    assertThat(accounts().find(ada)).isEqualTo(known("Countess", Standing.GOOD));
  }

  @Test
  void letsTheLaterEventWinOutOfOrder() {
    accounts().save(contact("Countess"), NOON.plusSeconds(1));
    accounts().save(contact("Ada"), NOON);

    assertThat(accounts().find(ada)).isEqualTo(known("Countess", Standing.GOOD));
  }

  @Test
  void erasesForGood() {
    accounts().save(contact("Ada"), NOON);
    accounts().erase(ada, NOON, NOON.plusSeconds(60));

    accounts().save(contact("Ada"), NOON.plusSeconds(2));

    assertThat(accounts().find(ada)).isEqualTo(new Account.Erased());
  }

  @Test
  void erasesTwiceWithoutHarm() {
    accounts().erase(ada, NOON, NOON.plusSeconds(60));
    accounts().erase(ada, NOON, NOON.plusSeconds(60));

    assertThat(accounts().find(ada)).isEqualTo(new Account.Erased());
  }

  @Test
  void judgesEvenWhomItDoesNotKnowYet() {
    assertThat(accounts().judge(ada, Standing.SUSPENDED, NOON)).isTrue();

    assertThat(accounts().find(ada)).isEqualTo(new Account.Unknown(Standing.SUSPENDED));
  }

  @Test
  void letsTheLatestJudgementWinInAnyOrder() {
    accounts().save(contact("Ada"), NOON);
    assertThat(accounts().judge(ada, Standing.GOOD, NOON.plusSeconds(2))).isTrue();

    assertThat(accounts().judge(ada, Standing.SUSPENDED, NOON.plusSeconds(1))).isFalse();
    assertThat(accounts().find(ada)).isEqualTo(known("Ada", Standing.GOOD));
  }

  @Test
  void judgesTheSameAgainForAnEventThatComesTwice() {
    accounts().judge(ada, Standing.SUSPENDED, NOON);

    assertThat(accounts().judge(ada, Standing.SUSPENDED, NOON)).isTrue();
  }

  @Test
  void judgesNobodyWhoIsErased() {
    accounts().erase(ada, NOON, NOON.plusSeconds(60));

    assertThat(accounts().judge(ada, Standing.SUSPENDED, NOON.plusSeconds(1))).isFalse();
    assertThat(accounts().find(ada)).isEqualTo(new Account.Erased());
  }
}
