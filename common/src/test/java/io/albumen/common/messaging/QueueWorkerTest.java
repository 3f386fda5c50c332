package io.albumen.common.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class QueueWorkerTest {
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private final InMemoryQueue queue = new InMemoryQueue();

  private QueueWorker worker(int concurrency, Duration drain, QueueWorker.Handler handler) {
    var options = new QueueWorker.Options("queue", concurrency, Duration.ofSeconds(30), drain);
    var worker = new QueueWorker(queue, options, handler);
    worker.start();
    return worker;
  }

  private static void until(BooleanSupplier condition) {
    var deadline = Instant.now().plus(DEADLINE);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        fail("waited in vain");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
  }

  @Test
  void deletesAMessageAfterItsHandlerReturned() {
    var handled = new ConcurrentLinkedQueue<String>();
    try (var _ =
        worker(
            1,
            Duration.ofSeconds(1),
            message -> {
              assertThat(queue.deleted()).doesNotContain(message.messageId());
              handled.add(message.body());
            })) {
      queue.send("a");
      queue.send("b");

      until(() -> queue.deleted().size() == 2);
    }
    assertThat(handled).containsExactly("body of a", "body of b");
  }

  @Test
  void makesAFailedMessageVisibleAgainWithGrowingDelay() {
    var attempts = new AtomicInteger();
    try (var _ =
        worker(
            1,
            Duration.ofSeconds(1),
            message -> {
              if (attempts.incrementAndGet() < 3) {
                throw new IOException("not now");
              }
              assertThat(message.receiveCount()).isEqualTo(3);
            })) {
      queue.send("a");
      until(() -> queue.visibilities().size() == 1);
      queue.expire();
      until(() -> queue.visibilities().size() == 2);
      queue.expire();
      until(() -> !queue.deleted().isEmpty());
    }
    assertThat(queue.visibilities()).containsExactly("a=2", "a=4");
  }

  private static final class Away extends DomainException {
    Away() {
      super(ErrorKind.UNAVAILABLE, "away", "It is away");
    }
  }

  @Test
  void anAbsenceOfWhatAHandlerNeedsUsesUpNoDelivery() {
    var attempts = new AtomicInteger();
    try (var _ =
        worker(
            1,
            Duration.ofSeconds(1),
            message -> {
              assertThat(message.receiveCount()).isEqualTo(1);
              if (attempts.incrementAndGet() < 3) {
                throw new Away();
              }
            })) {
      queue.send("a");

      until(() -> queue.deleted().contains("a"));
    }
    assertThat(attempts).hasValue(3);
    assertThat(queue.visibilities()).isEmpty();
  }

  @Test
  void neverWorksOnMoreThanItMay() {
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    try (var _ =
        worker(
            3,
            Duration.ofSeconds(1),
            message -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
              running.decrementAndGet();
            })) {
      for (int i = 0; i < 30; i++) {
        queue.send("m" + i);
      }
      until(() -> queue.deleted().size() == 30);
    }
    assertThat(most).hasValueBetween(1, 3);
  }

  @Test
  void closingLetsAHandlerFinish() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var worker =
        worker(
            1,
            Duration.ofSeconds(5),
            message -> {
              begun.countDown();
              LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            });
    queue.send("a");
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

    worker.close();

    assertThat(queue.deleted()).containsExactly("a");
  }

  @Test
  void closingGivesBackWhatIsNotFinishedInTime() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var worker =
        worker(
            1,
            Duration.ofMillis(10),
            message -> {
              begun.countDown();
              new CountDownLatch(1).await();
            });
    queue.send("a");
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

    worker.close();

    assertThat(queue.deleted()).isEmpty();
    assertThat(queue.visibilities()).containsExactly("a=0");
  }

  @Test
  void goesOnWhenTheQueueComesBack() {
    queue.setDown(true);
    try (var _ = worker(1, Duration.ofSeconds(1), message -> {})) {
      queue.send("a");
      until(() -> queue.refusals() > 0);
      queue.setDown(false);

      until(() -> queue.deleted().contains("a"));
    }
  }
}
