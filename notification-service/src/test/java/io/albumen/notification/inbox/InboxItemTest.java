package io.albumen.notification.inbox;

import static io.albumen.notification.TestClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class InboxItemTest {
  private static final UUID EVENT = UUID.fromString("019f0000-0000-7000-8000-000000000001");

  @Test
  void makesTheSameIdOfTheSameEvent() {
    assertThat(InboxItem.idFor(EVENT, NOON)).isEqualTo(InboxItem.idFor(EVENT, NOON));
  }

  @Test
  void makesAnotherIdOfAnotherEvent() {
    assertThat(InboxItem.idFor(UUID.randomUUID(), NOON)).isNotEqualTo(InboxItem.idFor(EVENT, NOON));
  }

  @Test
  void makesUuidsOfVersionSeven() {
    var id = InboxItem.idFor(EVENT, NOON);

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
  }

  @Test
  void sortsByTime() {
    var earlier = InboxItem.idFor(UUID.randomUUID(), NOON).toString();
    var later = InboxItem.idFor(UUID.randomUUID(), NOON.plusMillis(1)).toString();

    assertThat(earlier).isLessThan(later);
  }
}
