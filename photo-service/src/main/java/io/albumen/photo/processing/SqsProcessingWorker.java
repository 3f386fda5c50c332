package io.albumen.photo.processing;

import io.albumen.common.messaging.QueueWorker;
import io.albumen.photo.media.library.MediaLibrary;
import io.albumen.photo.media.library.MediaVersions;
import io.albumen.photo.processing.engine.MediaEngine;
import io.albumen.photo.runtime.BackgroundLoop;
import io.albumen.photo.runtime.RoleConfig;
import io.albumen.photo.runtime.RoleConfig.Role;
import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Works off the queue and its dead letters, in processes that have the role. */
@ApplicationScoped
class SqsProcessingWorker {
  private static final Logger LOG = Logger.getLogger(SqsProcessingWorker.class);
  private static final Duration LEFTOVER_AGE = Duration.ofHours(12);

  private final QueueWorker commands;
  private final QueueWorker deadLetters;
  private final BackgroundLoop reminders;
  private final ProcessingConfig config;
  private final RoleConfig roles;
  private final MediaEngine engine;
  private final Clock clock;

  SqsProcessingWorker(
      SqsClient sqs,
      ProcessingCommands handler,
      MediaLibrary library,
      MediaVersions versions,
      ProcessingConfig config,
      RoleConfig roles,
      MediaEngine engine,
      Clock clock) {
    this.commands =
        new QueueWorker(
            sqs, options(config, config.queue(), config.concurrency()), handler::process);
    this.deadLetters =
        new QueueWorker(sqs, options(config, config.queue() + "-dlq", 1), handler::giveUp);
    this.reminders =
        new BackgroundLoop(
            "reminders",
            config.reminderInterval(),
            () -> {
              library.remindWorker();
              versions.remindWorker();
            });
    this.config = config;
    this.roles = roles;
    this.engine = engine;
    this.clock = clock;
  }

  private static QueueWorker.Options options(
      ProcessingConfig config, String queue, int concurrency) {
    return new QueueWorker.Options(queue, concurrency, config.visibility(), config.drain());
  }

  void start(@Observes StartupEvent event) {
    reminders.start();
    if (roles.roles().contains(Role.WORKER)) {
      WorkDirectory.removeLeftovers(config.directory(), clock.instant().minus(LEFTOVER_AGE));
      // Made now, so that a worker without its engine never reports ready.
      LOG.infof("worker starts engine=%s", ClientProxy.unwrap(engine).getClass().getSimpleName());
      commands.start();
      deadLetters.start();
    }
  }

  void stop(@Observes ShutdownEvent event) {
    reminders.close();
    commands.close();
    deadLetters.close();
  }
}
