package io.albumen.notification.account;

import static io.albumen.notification.TestClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.common.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

abstract class AccountRepositoryContract {
  private final UserId ada = new UserId(UUID.randomUUID());

  abstract AccountRepository accounts();

  private Contact contact(String name) {
    return new Contact(ada, "ada@example.com", name, "en", "Europe/Lisbon");
  }

  @Test
  void knowsNobodyWithoutAnEvent() {
    assertThat(accounts().find(ada)).isEqualTo(new Account.Unknown());
  }

  @Test
  void keepsWhatItWasTold() {
    accounts().save(contact("Ada"), NOON);

    assertThat(accounts().find(ada)).isEqualTo(new Account.Known(contact("Ada")));
  }

  @Test
  void letsTheLaterEventWinInOrder() {
    accounts().save(contact("Ada"), NOON);
    accounts().save(contact("Countess"), NOON.plusSeconds(1));

    assertThat(accounts().find(ada)).isEqualTo(new Account.Known(contact("Countess")));
  }

  @Test
  void letsTheLaterEventWinOutOfOrder() {
    accounts().save(contact("Countess"), NOON.plusSeconds(1));
    accounts().save(contact("Ada"), NOON);

    assertThat(accounts().find(ada)).isEqualTo(new Account.Known(contact("Countess")));
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
}
