package io.albumen.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.common.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of announcements does. */
abstract class AnnouncementRepositoryContract {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final UserId user = new UserId(UUID.randomUUID());

  abstract AnnouncementRepository announcements();

  @Test
  void knowsNothingOfANewAccount() {
    assertThat(announcements().isAnnounced(user)).isFalse();
  }

  @Test
  void remembersAnAnnouncedAccount() {
    announcements().markAnnounced(user, NOON);

    assertThat(announcements().isAnnounced(user)).isTrue();
  }

  @Test
  void isMarkedOnceOnly() {
    var marks =
        List.of(
            announcements().markAnnounced(user, NOON), announcements().markAnnounced(user, NOON));

    assertThat(marks).containsExactly(true, false);
  }

  @Test
  void attack48ForgetsADeletedAccount() {
    announcements().markAnnounced(user, NOON);

    announcements().erase(user);

    assertThat(announcements().isAnnounced(user)).isFalse();
  }
}
