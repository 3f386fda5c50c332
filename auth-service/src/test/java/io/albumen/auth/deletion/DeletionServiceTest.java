package io.albumen.auth.deletion;

import static io.albumen.auth.deletion.DeletionFixture.EMAIL;
import static io.albumen.auth.deletion.DeletionFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.auth.announcement.Addressee;
import io.albumen.auth.deletion.Deletion.State;
import io.albumen.auth.pool.Password;
import io.albumen.auth.pool.PasswordProof;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeletionServiceTest {
  private final DeletionFixture fixture = new DeletionFixture();
  private final DeletionService service = fixture.service;

  @Test
  void closesTheAccountAtOnce() {
    request();

    assertThat(fixture.directory.isEnabled(fixture.ada)).isFalse();
    assertThat(fixture.directory.isSignedOut(fixture.ada)).isTrue();
    assertThat(fixture.revocations.notBefore(fixture.ada))
        .contains(fixture.clock.instant().plusSeconds(1));
  }

  @Test
  void tellsTheOwnerAndTheServices() {
    var receipt = receiptOf(request());

    assertThat(fixture.events.receipts()).isEqualTo(Map.of(fixture.ada, receipt.value()));
    assertThat(fixture.events.deletedUsers()).containsExactly(fixture.ada);
  }

  @Test
  void isFoundByItsReceipt() {
    var receipt = receiptOf(request());

    assertThat(service.get(receipt).state()).isEqualTo(State.ERASING);
  }

  @Test
  void doesNothingOnAWrongPassword() {
    assertThatThrownBy(() -> service.request(fixture.ada, new Password("guess")))
        .isInstanceOf(PasswordProof.WrongPassword.class);

    assertThat(fixture.repository.find(fixture.ada)).isEmpty();
    assertThat(fixture.directory.isEnabled(fixture.ada)).isTrue();
  }

  @Test
  void leavesNoSessionOfItsOwn() {
    request();

    assertThat(fixture.pool.sessions()).isZero();
  }

  @Test
  void answersTheOneThatIsUnderWay() {
    request();

    var again = service.request(fixture.ada, new Password("no longer proven"));

    assertThat(again).isEqualTo(fixture.deletion());
  }

  @Test
  void waitsForEveryService() {
    request();

    fixture.course.answered(fixture.ada, "photo-service");
    fixture.course.answered(fixture.ada, "video-service");

    assertThat(fixture.directory.find(fixture.ada)).isPresent();
    assertThat(fixture.deletion().erased()).containsOnlyKeys("photo-service", "video-service");
  }

  @Test
  void countsAServiceOnce() {
    request();

    for (int i = 0; i < 3; i++) {
      fixture.course.answered(fixture.ada, "photo-service");
    }

    assertThat(fixture.deletion().state()).isEqualTo(State.ERASING);
  }

  @Test
  void attack50AnAnswerOfAStrangerCountsForNothing() {
    request();
    fixture.course.answered(fixture.ada, "photo-service");
    fixture.course.answered(fixture.ada, "video-service");

    fixture.course.answered(fixture.ada, "evil-service");

    assertThat(fixture.deletion().erased()).containsOnlyKeys("photo-service", "video-service");
  }

  @Test
  void attack50AnAnswerThatNobodyAskedForDeletesNobody() {
    for (var name : new String[] {"photo-service", "video-service", "notification-service"}) {
      fixture.course.answered(fixture.ada, name);
    }

    assertThat(fixture.directory.find(fixture.ada)).isPresent();
  }

  @Test
  void deletesTheAccountLast() {
    request();

    fixture.servicesAnswer();

    assertThat(fixture.directory.find(fixture.ada)).isEmpty();
    assertThat(fixture.events.farewells())
        .containsExactly(new Addressee(EMAIL.value(), "Ada", "en"));
    assertThat(fixture.deletion().state()).isEqualTo(State.COMPLETED);
  }

  @Test
  void attack48LeavesNoTraceOfItsOwn() {
    request();

    fixture.servicesAnswer();

    assertThat(fixture.traceless).containsExactly(fixture.ada);
    assertThat(fixture.deletion().addressee()).isNull();
  }

  @Test
  void tellsTheServicesAgainUntilAllHaveAnswered() {
    request();

    fixture.sweepLater();
    fixture.course.answered(fixture.ada, "photo-service");
    fixture.sweepLater();

    assertThat(fixture.events.deletedUsers()).hasSize(3);
  }

  @Test
  void tellsThemNoMoreOnceAllHaveAnswered() {
    request();
    fixture.servicesAnswer();

    fixture.sweepLater();
    fixture.sweepLater();

    assertThat(fixture.events.deletedUsers()).hasSize(1);
  }

  @Test
  void isRememberedForThirtyDays() {
    var receipt = receiptOf(request());
    fixture.servicesAnswer();

    fixture.clock.advance(Duration.ofDays(30).minus(DeletionFixture.RETRY).minusMillis(1));
    fixture.sweepLater();

    assertThat(service.get(receipt).state()).isEqualTo(State.COMPLETED);
  }

  @Test
  void isForgottenAfterThirtyDays() {
    var receipt = receiptOf(request());
    fixture.servicesAnswer();

    fixture.clock.advance(Duration.ofDays(30));
    fixture.sweepLater();

    assertThatThrownBy(() -> service.get(receipt)).isInstanceOf(DeletionException.NotFound.class);
  }

  @Test
  void goesOnWhenThePoolIsBack() {
    fixture.directory.goDown();
    request();
    fixture.directory.comeBack();

    fixture.sweepLater();

    assertThat(fixture.deletion().state()).isEqualTo(State.ERASING);
  }

  @Test
  void goesOnWhenTheBusIsBack() {
    fixture.events.goDown();
    var receipt = receiptOf(request());
    fixture.events.comeBack();

    fixture.sweepLater();

    assertThat(fixture.events.receipts()).containsValue(receipt.value());
  }

  private Deletion request() {
    return service.request(fixture.ada, PASSWORD);
  }

  private static Receipt receiptOf(Deletion deletion) {
    var receipt = deletion.receipt();
    if (receipt == null) {
      throw new AssertionError("no receipt");
    }
    return receipt;
  }
}
