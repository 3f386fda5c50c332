package io.albumen.photo.intake;

import io.albumen.common.messaging.QueueWorker;
import io.albumen.photo.runtime.RoleConfig;
import io.albumen.photo.runtime.RoleConfig.Role;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Takes events off the queue, and off its dead letters, in processes that are workers. */
@ApplicationScoped
class SqsIntake {
  private final QueueWorker events;
  private final QueueWorker deadLetters;
  private final RoleConfig roles;

  SqsIntake(SqsClient sqs, EventIntake intake, IntakeConfig config, RoleConfig roles) {
    this.events =
        new QueueWorker(
            sqs, new QueueWorker.Options(config.queue(), config.concurrency()), intake::take);
    this.deadLetters =
        new QueueWorker(
            sqs, new QueueWorker.Options(config.queue() + "-dlq", 1), intake::takeDeadLetter);
    this.roles = roles;
  }

  void start(@Observes StartupEvent started) {
    if (roles.roles().contains(Role.WORKER)) {
      events.start();
      deadLetters.start();
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    events.close();
    deadLetters.close();
  }
}
