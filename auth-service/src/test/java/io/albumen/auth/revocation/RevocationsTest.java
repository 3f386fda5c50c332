package io.albumen.auth.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.auth.Lifeline;
import io.albumen.auth.SteppingClock;
import io.albumen.common.UserId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RevocationsTest {
  private static final UserId ADA = new UserId(UUID.randomUUID());

  private final SteppingClock clock = new SteppingClock();
  private final RevocationFixture fixture = new RevocationFixture(clock, new Lifeline());
  private final Revocations revocations = fixture.revocations();

  @Test
  void endsWhatIsIssuedWithinThisSecond() {
    clock.advance(Duration.ofMillis(400));
    var nextSecond = clock.instant().plusMillis(600);

    revocations.recordNow(ADA);

    assertThat(fixture.notBefore(ADA)).contains(nextSecond);
  }

  @Test
  void outlivesEveryTokenThatItEnds() {
    revocations.record(ADA, clock.instant());

    clock.advance(Duration.ofMinutes(6).minusMillis(1));

    assertThat(revocations.current()).hasSize(1);
  }

  @Test
  void isForgottenWhenItIsOver() {
    revocations.record(ADA, clock.instant());

    clock.advance(Duration.ofMinutes(6));
    revocations.sweep();

    assertThat(fixture.notBefore(ADA)).isEmpty();
  }

  @Test
  void refusesPartsOfASecond() {
    assertThatThrownBy(() -> revocations.record(ADA, clock.instant().plusMillis(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
