package io.albumen.notification.intake;

import io.albumen.common.messaging.QueueWorker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Takes events off the queue while the process runs. What fails for good ends in its DLQ. */
@ApplicationScoped
class SqsIntake {
  private final QueueWorker worker;
  private final IntakeConfig config;

  SqsIntake(SqsClient sqs, IntakeConfig config, EventIntake intake) {
    this.config = config;
    this.worker =
        new QueueWorker(
            sqs,
            new QueueWorker.Options(config.queue(), config.concurrency()),
            message -> intake.take(message.body()));
  }

  void start(@Observes StartupEvent started) {
    if (config.enabled()) {
      worker.start();
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    worker.close();
  }
}
