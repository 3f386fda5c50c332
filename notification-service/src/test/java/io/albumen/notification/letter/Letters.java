package io.albumen.notification.letter;

import io.albumen.notification.TestClock;
import io.albumen.notification.account.SecurityChange;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What tests of this feature and of others need of it. */
public final class Letters {
  static final UUID VIDEO = UUID.fromString("019f0000-0000-7000-8000-000000000009");

  private Letters() {}

  public static MailWriter writer() {
    return new MailWriter(() -> "https://albumen.example/");
  }

  /** One of each kind, with what somebody else wrote where it can stand. */
  static List<Letter> withTitle(String title) {
    Stream<Letter> changes =
        Stream.of(SecurityChange.values())
            .map(change -> new Letter.SecurityChanged(change, TestClock.NOON));
    return Stream.concat(
            changes,
            Stream.<Letter>of(
                new Letter.Welcome(),
                new Letter.FilmReady(VIDEO, title, Duration.ofMillis(62_400)),
                new Letter.Suspended(),
                new Letter.Restored(),
                new Letter.DeletionRequested("cmVjZWlwdA", TestClock.NOON),
                new Letter.DeletionCompleted()))
        .toList();
  }
}
