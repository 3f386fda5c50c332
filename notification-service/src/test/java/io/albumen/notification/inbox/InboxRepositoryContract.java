package io.albumen.notification.inbox;

import static io.albumen.notification.TestClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.common.UserId;
import io.albumen.notification.account.SecurityChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class InboxRepositoryContract {
  private final UserId ada = new UserId(UUID.randomUUID());
  private final UserId bob = new UserId(UUID.randomUUID());

  abstract InboxRepository items();

  private InboxItem item(UserId user, Instant at, Notice notice) {
    return new InboxItem(InboxItem.idFor(UUID.randomUUID(), at), user, notice, at, null);
  }

  private InboxItem added(UserId user, int second) {
    var item = item(user, NOON.plusSeconds(second), new Notice.Welcome("Ada"));
    items().add(item);
    return item;
  }

  private List<UUID> addedIds(int count) {
    return IntStream.range(0, count).mapToObj(second -> added(ada, second).id()).toList();
  }

  @Test
  void givesBackEveryKindOfNotice() {
    var video = UUID.randomUUID();
    var notices =
        List.of(
            new Notice.MediaRejected(video, "IMG 1.jpg", "corrupt-file", "It ends too soon."),
            new Notice.VideoFailed(video, "Lisbon", "sources-gone", "The photos are gone."),
            new Notice.VideoReady(video, "Lisbon “2026”", Duration.ofMillis(42_500)),
            new Notice.Welcome("Ada"),
            new Notice.SecurityChanged(SecurityChange.PASSWORD_RESET),
            new Notice.SecurityChanged(SecurityChange.MFA_DISABLED));
    for (int i = 0; i < notices.size(); i++) {
      items().add(item(ada, NOON.minusSeconds(i), notices.get(i)));
    }

    var listed = items().list(ada, null, 10);

    assertThat(listed).extracting(InboxItem::notice).containsExactlyElementsOf(notices);
  }

  @Test
  void addsAnItemOnce() {
    var item = added(ada, 0);

    var again = items().add(item);

    assertThat(again).isFalse();
    assertThat(items().list(ada, null, 10)).containsExactly(item);
    assertThat(items().unread(ada)).isOne();
  }

  @Test
  void listsNewestFirstInPages() {
    var ids = addedIds(5);

    var first = items().list(ada, null, 2);
    var second = items().list(ada, first.getLast().id(), 2);

    assertThat(first).extracting(InboxItem::id).containsExactly(ids.get(4), ids.get(3));
    assertThat(second).extracting(InboxItem::id).containsExactly(ids.get(2), ids.get(1));
  }

  @Test
  void showsNobodyAnothersItems() {
    added(ada, 0);

    assertThat(items().list(bob, null, 10)).isEmpty();
    assertThat(items().unread(bob)).isZero();
  }

  @Test
  void marksAsReadAndCountsDown() {
    var ids = addedIds(3);

    var found = items().markRead(ada, ids.subList(0, 2), NOON.plusSeconds(60));

    assertThat(found).containsExactlyInAnyOrderElementsOf(ids.subList(0, 2));
    assertThat(items().unread(ada)).isOne();
    assertThat(items().list(ada, null, 10))
        .extracting(InboxItem::readAt)
        .containsExactly(null, NOON.plusSeconds(60), NOON.plusSeconds(60));
  }

  @Test
  void keepsTheTimeOfTheFirstReading() {
    var ids = addedIds(2);
    items().markRead(ada, ids.subList(0, 1), NOON.plusSeconds(60));

    var found = items().markRead(ada, ids, NOON.plusSeconds(90));

    assertThat(found).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(items().unread(ada)).isZero();
    assertThat(items().list(ada, null, 10))
        .extracting(InboxItem::readAt)
        .containsExactly(NOON.plusSeconds(90), NOON.plusSeconds(60));
  }

  @Test
  void marksNothingOfAnother() {
    var hers = added(ada, 0);

    var found = items().markRead(bob, List.of(hers.id(), UUID.randomUUID()), NOON);

    assertThat(found).isEmpty();
    assertThat(items().unread(ada)).isOne();
    assertThat(items().unread(bob)).isZero();
  }

  @Test
  void marksMoreThanOneTransactionHolds() {
    var ids = addedIds(120);

    items().markRead(ada, ids, NOON.plusSeconds(300));

    assertThat(items().unread(ada)).isZero();
  }
}
