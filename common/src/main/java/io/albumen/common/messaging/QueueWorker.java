package io.albumen.common.messaging;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Works off an SQS queue, at least once for each message: long-polls, keeps a message invisible
 * while its handler runs, deletes it last, and after a failure makes it visible again with growing
 * delay, until the queue's redrive policy moves it to the dead-letter queue.
 */
public final class QueueWorker implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(QueueWorker.class);
  private static final int MAX_BATCH = 10;
  private static final int WAIT_SECONDS = 10;
  private static final Duration FIRST_DELAY = Duration.ofSeconds(2);
  private static final Duration MAX_DELAY = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration FIRST_PATIENCE = Duration.ofSeconds(1);
  private static final Duration MAX_PATIENCE = Duration.ofSeconds(15);

  /** How long a message waits for what its handler needs before that counts as a failure. */
  private static final Duration LONGEST_ABSENCE = Duration.ofMinutes(15);

  private final SqsClient sqs;
  private final Options options;
  private final Handler handler;
  private final Semaphore free;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService heartbeat =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
  private @Nullable Thread poller;
  private volatile @Nullable String queueUrl;

  /**
   * @param queue name of the queue
   * @param concurrency messages worked on at once
   * @param visibility how long a message stays with a worker that has died; extended while the
   *     handler runs
   * @param drain how long {@link #close} lets running handlers finish
   */
  public record Options(String queue, int concurrency, Duration visibility, Duration drain) {
    public Options(String queue, int concurrency) {
      this(queue, concurrency, Duration.ofSeconds(30), Duration.ofSeconds(20));
    }
  }

  /** Does the work of one message; called again with the same message whenever it fails. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Returning means done for good. What can never succeed is recorded by the handler itself,
     * which then returns. When what it needs is {@linkplain ErrorKind#UNAVAILABLE unavailable}, it
     * is called again until that is back: an absence is no fault of the message's, and uses up none
     * of its deliveries.
     */
    void handle(QueueMessage message) throws Exception;
  }

  public QueueWorker(SqsClient sqs, Options options, Handler handler) {
    this.sqs = sqs;
    this.options = options;
    this.handler = handler;
    this.free = new Semaphore(options.concurrency());
  }

  public void start() {
    poller = Thread.ofVirtual().name("queue-" + options.queue()).start(this::poll);
  }

  /** Takes no more messages, lets running handlers finish, gives back what was not finished. */
  @Override
  public void close() {
    closed.countDown();
    if (poller != null) {
      poller.interrupt();
    }
    handlers.shutdown();
    try {
      if (!handlers.awaitTermination(options.drain().toMillis(), TimeUnit.MILLISECONDS)) {
        handlers.shutdownNow();
        var _ = handlers.awaitTermination(2, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      handlers.shutdownNow();
      Thread.currentThread().interrupt();
    }
    heartbeat.shutdownNow();
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  private void poll() {
    while (!isClosed()) {
      try {
        free.acquire();
        int permits = 1;
        while (permits < MAX_BATCH && free.tryAcquire()) {
          permits++;
        }
        receive(permits);
      } catch (InterruptedException e) {
        return; // only close() interrupts
      }
    }
  }

  private void receive(int permits) throws InterruptedException {
    int unused = permits;
    try {
      for (var message : messages(permits)) {
        unused -= begin(message) ? 1 : 0;
      }
    } catch (SdkException e) {
      if (!isClosed()) {
        LOG.warnf("queue unreachable queue=%s reason=%s", options.queue(), e.getMessage());
        var _ = closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      }
    } finally {
      free.release(unused);
    }
  }

  /** Whether the message is being worked on; one that comes while closing is given back at once. */
  private boolean begin(Message message) {
    try {
      handlers.execute(() -> work(message));
      return true;
    } catch (RejectedExecutionException e) {
      changeVisibility(message, Duration.ZERO);
      return false;
    }
  }

  private List<Message> messages(int max) {
    var url = url();
    return sqs.receiveMessage(
            receive ->
                receive
                    .queueUrl(url)
                    .maxNumberOfMessages(max)
                    .waitTimeSeconds(WAIT_SECONDS)
                    .visibilityTimeout((int) options.visibility().toSeconds())
                    .messageSystemAttributeNames(
                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
        .messages();
  }

  private String url() {
    var known = queueUrl;
    if (known == null) {
      known = sqs.getQueueUrl(get -> get.queueName(options.queue())).queueUrl();
      queueUrl = known;
    }
    return known;
  }

  private void work(Message message) {
    var period = options.visibility().toMillis() / 3;
    var extension =
        heartbeat.scheduleAtFixedRate(
            () -> changeVisibility(message, options.visibility()),
            period,
            period,
            TimeUnit.MILLISECONDS);
    var delivery = new QueueMessage(message.messageId(), message.body(), receiveCount(message));
    try {
      handlePatiently(delivery);
      extension.cancel(false);
      delete(message);
    } catch (InterruptedException e) {
      extension.cancel(false);
      changeVisibility(message, Duration.ZERO); // closing: another worker may have it at once
    } catch (Exception e) {
      extension.cancel(false);
      retry(message, delivery, e);
    } finally {
      extension.cancel(false);
      free.release();
    }
  }

  private void handlePatiently(QueueMessage delivery) throws Exception {
    var until = System.nanoTime() + LONGEST_ABSENCE.toNanos();
    for (var pause = FIRST_PATIENCE; ; pause = longer(pause)) {
      try {
        handler.handle(delivery);
        return;
      } catch (DomainException e) {
        if (e.kind() != ErrorKind.UNAVAILABLE || System.nanoTime() > until) {
          throw e;
        }
        LOG.warnf(
            "message waits queue=%s message=%s seconds=%d reason=%s",
            options.queue(), delivery.messageId(), pause.toSeconds(), e);
        if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          throw e;
        }
      }
    }
  }

  private static Duration longer(Duration pause) {
    var next = pause.multipliedBy(2);
    return next.compareTo(MAX_PATIENCE) > 0 ? MAX_PATIENCE : next;
  }

  private void retry(Message message, QueueMessage delivery, Exception e) {
    var delay = isClosed() ? Duration.ZERO : delayAfter(delivery.receiveCount());
    LOG.warnf(
        "message failed queue=%s message=%s receiveCount=%d retryInSeconds=%d reason=%s",
        options.queue(), message.messageId(), delivery.receiveCount(), delay.toSeconds(), e);
    LOG.debug("message failed", e);
    changeVisibility(message, delay);
  }

  private static int receiveCount(Message message) {
    var count = message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
    return count == null ? 1 : Integer.parseInt(count);
  }

  private static Duration delayAfter(int receiveCount) {
    var delay = FIRST_DELAY.multipliedBy(1L << Math.min(receiveCount - 1, 10));
    return delay.compareTo(MAX_DELAY) > 0 ? MAX_DELAY : delay;
  }

  private void delete(Message message) {
    try {
      sqs.deleteMessage(delete -> delete.queueUrl(url()).receiptHandle(message.receiptHandle()));
    } catch (SdkException e) {
      LOG.warnf(
          "message done but not deleted, it will come again queue=%s message=%s reason=%s",
          options.queue(), message.messageId(), e.getMessage());
    }
  }

  private void changeVisibility(Message message, Duration visibility) {
    try {
      sqs.changeMessageVisibility(
          change ->
              change
                  .queueUrl(url())
                  .receiptHandle(message.receiptHandle())
                  .visibilityTimeout((int) visibility.toSeconds()));
    } catch (SdkException e) {
      LOG.warnf(
          "visibility not changed queue=%s message=%s reason=%s",
          options.queue(), message.messageId(), e.getMessage());
    }
  }
}
