package io.albumen.local.events;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import io.albumen.local.store.Table.Row;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * Empties the outbox into SQS, from where a crash left off. A message leaves the outbox after the
 * queue has it, so it may arrive twice but not never.
 */
final class Deliverer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Deliverer.class.getName());
  private static final Duration GIVE_UP = Duration.ofHours(24);
  private static final Duration MAX_PAUSE = Duration.ofSeconds(5);
  private static final Duration STOP = Duration.ofSeconds(5);
  private static final int BATCH = 10;
  private static final int BATCH_BYTES = 200 << 10;

  private final Outbox outbox;
  private final SqsClient sqs;
  private final Clock clock;
  private final BlockingQueue<Boolean> wake = new LinkedBlockingQueue<>(1);
  private volatile boolean stopping;
  private @Nullable Thread thread;

  Deliverer(Outbox outbox, SqsClient sqs, Clock clock) {
    this.outbox = outbox;
    this.sqs = sqs;
    this.clock = clock;
  }

  void start() {
    wake();
    thread = Thread.ofPlatform().daemon().name("events-deliverer").start(this::run);
  }

  /** Says that the outbox has something new. */
  void wake() {
    var unused = wake.offer(true);
  }

  /** Waits for something new, or for the time to try again what failed. */
  private void run() {
    var pause = Duration.ZERO;
    try {
      while (!stopping) {
        var retry = !pause.isZero();
        var wait = retry ? pause : MAX_PAUSE;
        var woken = wake.poll(wait.toMillis(), TimeUnit.MILLISECONDS) != null;
        if (!stopping && (woken || retry)) {
          pause = drainSafely() ? Duration.ZERO : longer(pause);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A bug in one pass must not end delivery for good. */
  @SuppressWarnings("IllegalCatch")
  private boolean drainSafely() {
    try {
      return drain();
    } catch (RuntimeException e) {
      LOG.log(ERROR, "delivery failed", e);
      return false;
    }
  }

  private static Duration longer(Duration pause) {
    var next = pause.isZero() ? Duration.ofMillis(100) : pause.multipliedBy(2);
    return next.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : next;
  }

  /** One pass; false if anything stays behind that should not. */
  private boolean drain() {
    var byQueue =
        outbox.pending().stream().collect(Collectors.groupingBy(row -> row.value().queue()));
    var all = true;
    for (var queue : byQueue.entrySet()) {
      all &= drain(queue.getKey(), queue.getValue());
    }
    return all;
  }

  private boolean drain(String queue, List<Row<Delivery>> rows) {
    try {
      var url = sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
      var all = true;
      for (var batch : batches(rows)) {
        all &= send(url, batch);
      }
      return all;
    } catch (SdkException e) {
      LOG.log(WARNING, "queue not reached queue=" + queue + " reason=" + e.getMessage());
      giveUp(rows);
      return false;
    }
  }

  private static List<List<Row<Delivery>>> batches(List<Row<Delivery>> rows) {
    var batches = new ArrayList<List<Row<Delivery>>>();
    var bytes = BATCH_BYTES;
    for (var row : rows) {
      var size = row.value().body().length() * 3;
      if (batches.isEmpty() || batches.getLast().size() == BATCH || bytes + size > BATCH_BYTES) {
        batches.add(new ArrayList<>());
        bytes = 0;
      }
      batches.getLast().add(row);
      bytes += size;
    }
    return batches;
  }

  private boolean send(String url, List<Row<Delivery>> batch) {
    var answer =
        sqs.sendMessageBatch(
            request ->
                request.queueUrl(url).entries(batch.stream().map(Deliverer::entry).toList()));
    outbox.remove(answer.successful().stream().map(sent -> sent.id()).toList());
    if (answer.failed().isEmpty()) {
      return true;
    }
    LOG.log(WARNING, "messages refused url=" + url + " reason=" + reasons(answer.failed()));
    giveUp(batch);
    return false;
  }

  private static Map<String, Long> reasons(List<BatchResultErrorEntry> failed) {
    return failed.stream()
        .collect(Collectors.groupingBy(entry -> entry.code(), Collectors.counting()));
  }

  private static SendMessageBatchRequestEntry entry(Row<Delivery> row) {
    var group = row.value().messageGroupId();
    return SendMessageBatchRequestEntry.builder()
        .id(row.key())
        .messageBody(row.value().body())
        .messageGroupId(group)
        .messageDeduplicationId(group == null ? null : row.value().eventId())
        .build();
  }

  /** As EventBridge does without a dead-letter queue, but not in silence. */
  private void giveUp(List<Row<Delivery>> rows) {
    var oldest = clock.instant().minus(GIVE_UP);
    var late =
        rows.stream()
            .filter(row -> row.value().acceptedAt().isBefore(oldest))
            .map(Row::key)
            .toList();
    if (!late.isEmpty()) {
      LOG.log(WARNING, "messages given up after a day count=" + late.size());
      outbox.remove(late);
    }
  }

  @Override
  public void close() {
    stopping = true;
    wake();
    if (thread == null) {
      return;
    }
    try {
      if (!thread.join(STOP)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
