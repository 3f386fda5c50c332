package io.albumen.auth.deletion;

import io.albumen.common.messaging.QueueWorker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Takes the answers off the queue while the process runs. Those that an outage moved to the
 * dead-letter queue are taken from there, when it is over.
 */
@ApplicationScoped
class SqsErasureAnswers {
  private static final int CONCURRENCY = 4;

  private final List<QueueWorker> workers;
  private final DeletionConfig config;

  SqsErasureAnswers(SqsClient sqs, DeletionConfig config, ErasureAnswers answers) {
    this.config = config;
    this.workers =
        List.of(
            worker(sqs, config.queue(), CONCURRENCY, answers),
            worker(sqs, config.queue() + "-dlq", 1, answers));
  }

  void start(@Observes StartupEvent started) {
    if (config.listen()) {
      workers.forEach(QueueWorker::start);
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    workers.forEach(QueueWorker::close);
  }

  private static QueueWorker worker(
      SqsClient sqs, String queue, int concurrency, ErasureAnswers answers) {
    return new QueueWorker(
        sqs, new QueueWorker.Options(queue, concurrency), message -> answers.take(message.body()));
  }
}
