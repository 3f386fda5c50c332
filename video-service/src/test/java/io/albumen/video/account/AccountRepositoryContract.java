package io.albumen.video.account;

import static io.albumen.video.film.Films.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.common.UserId;
import io.albumen.common.security.AccountException;
import io.albumen.common.security.Standing;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of standings does. */
abstract class AccountRepositoryContract {
  private final UserId ada = new UserId(UUID.randomUUID());

  abstract AccountRepository accounts();

  @Test
  void whoeverIsNotKnownIsInGoodStanding() {
    assertThat(accounts().standing(ada)).isEqualTo(Standing.GOOD);
    assertThatCode(() -> accounts().standing(ada).admit()).doesNotThrowAnyException();
  }

  @Test
  void suspensionHoldsUntilItEnds() {
    assertThat(accounts().judge(ada, Standing.SUSPENDED, NOON)).isTrue();
    assertThatThrownBy(() -> accounts().standing(ada).admit())
        .isInstanceOf(AccountException.Suspended.class);

    assertThat(accounts().judge(ada, Standing.GOOD, NOON.plusSeconds(1))).isTrue();

    assertThat(accounts().standing(ada)).isEqualTo(Standing.GOOD);
  }

  @Test
  void latestChangeWinsInAnyOrder() {
    accounts().judge(ada, Standing.GOOD, NOON.plusSeconds(1));

    assertThat(accounts().judge(ada, Standing.SUSPENDED, NOON)).isFalse();
    assertThat(accounts().standing(ada)).isEqualTo(Standing.GOOD);
  }

  @Test
  void sameChangeAgainHoldsAgain() {
    accounts().judge(ada, Standing.SUSPENDED, NOON);

    assertThat(accounts().judge(ada, Standing.SUSPENDED, NOON)).isTrue();
  }

  @Test
  void closedIsForGood() {
    accounts().judge(ada, Standing.SUSPENDED, NOON);
    accounts().close(ada, NOON, NOON);

    assertThat(accounts().judge(ada, Standing.GOOD, NOON.plusSeconds(9))).isFalse();
    assertThatThrownBy(() -> accounts().standing(ada).admit())
        .isInstanceOf(AccountException.Closed.class);
  }

  @Test
  void closedAccountIsDueUntilItIsSettled() {
    accounts().close(ada, NOON, NOON.plusSeconds(30));
    assertThat(accounts().findDue(NOON.plusSeconds(29), 100)).doesNotContain(ada);
    assertThat(accounts().findDue(NOON.plusSeconds(30), 100)).contains(ada);

    accounts().postpone(ada, NOON.plusSeconds(60));
    assertThat(accounts().findDue(NOON.plusSeconds(59), 100)).doesNotContain(ada);
    accounts().settle(ada);

    assertThat(accounts().findDue(NOON.plusSeconds(60), 100)).doesNotContain(ada);
    assertThat(accounts().standing(ada)).isEqualTo(Standing.CLOSED);
  }
}
