package io.albumen.auth.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.common.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of revocations does. */
abstract class RevocationRepositoryContract {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration KEEP = Duration.ofMinutes(6);

  private final UserId user = new UserId(UUID.randomUUID());

  abstract RevocationRepository revocations();

  @Test
  void tellsARevocationUntilItIsOver() {
    record(NOON);

    assertThat(current(NOON.plus(KEEP).minusMillis(1))).containsExactly(new Revocation(user, NOON));
  }

  @Test
  void tellsNoneThatIsOver() {
    record(NOON);

    assertThat(current(NOON.plus(KEEP))).isEmpty();
  }

  @Test
  void keepsTheStricterOfTwo() {
    record(NOON.plusSeconds(1));
    record(NOON);

    assertThat(current(NOON)).containsExactly(new Revocation(user, NOON.plusSeconds(1)));
  }

  @Test
  void letsALaterOneReplaceAnEarlier() {
    record(NOON);
    record(NOON.plusSeconds(1));

    assertThat(current(NOON.plus(KEEP))).containsExactly(new Revocation(user, NOON.plusSeconds(1)));
  }

  @Test
  void sweepsNothingThatStillCounts() {
    record(NOON);

    revocations().sweep(NOON.plus(KEEP).minusMillis(1));

    assertThat(current(NOON)).hasSize(1);
  }

  @Test
  void sweepsWhatIsOver() {
    record(NOON);

    revocations().sweep(NOON.plus(KEEP));

    assertThat(current(NOON)).isEmpty();
  }

  private void record(Instant notBefore) {
    revocations().record(new Revocation(user, notBefore), notBefore.plus(KEEP));
  }

  private List<Revocation> current(Instant now) {
    return revocations().current(now).stream()
        .filter(revocation -> revocation.user().equals(user))
        .toList();
  }
}
