package io.albumen.video.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.messaging.QueueMessage;
import io.albumen.common.messaging.QueueWorker;
import io.albumen.media.MediaProcess;
import io.albumen.video.closing.Erasure;
import io.albumen.video.intake.EventIntake;
import io.albumen.video.intake.IntakeConfig;
import io.albumen.video.lifecycle.LifecycleConfig;
import io.albumen.video.lifecycle.VideoSweeper;
import io.albumen.video.queue.RenderVideo;
import io.albumen.video.rendering.Renderer;
import io.albumen.video.rendering.RenderingConfig;
import io.albumen.video.storage.FilmConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Starts what this process does besides answering requests, and stops it in order. */
@ApplicationScoped
class Workers {
  private static final Logger LOG = Logger.getLogger(Workers.class);
  private static final Duration VISIBILITY = Duration.ofSeconds(30);

  /** A film that is not done by then is given back, and another renderer begins it anew. */
  private static final Duration DRAIN = Duration.ofSeconds(5);

  private final SqsClient sqs;
  private final Renderer renderer;
  private final VideoSweeper sweeper;
  private final EventIntake intake;
  private final Erasure erasure;
  private final ObjectMapper mapper;
  private final List<QueueWorker> queues = new ArrayList<>();
  private final ScheduledExecutorService schedule =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("sweeper").factory());

  Workers(
      SqsClient sqs,
      Renderer renderer,
      VideoSweeper sweeper,
      EventIntake intake,
      Erasure erasure,
      ObjectMapper mapper) {
    this.sqs = sqs;
    this.renderer = renderer;
    this.sweeper = sweeper;
    this.intake = intake;
    this.erasure = erasure;
    this.mapper = mapper;
  }

  void start(
      @Observes StartupEvent event,
      VideoConfig config,
      FilmConfig film,
      RenderingConfig rendering,
      LifecycleConfig lifecycle,
      IntakeConfig events,
      Instance<MediaProcess> engine) {
    if (config.roles().contains(VideoConfig.Role.RENDERER)) {
      engine.get(); // a renderer without an engine must not start
      startQueue(film.queue(), rendering.concurrency(), this::render);
      startQueue(film.queue() + "-dlq", 1, this::abandon);
      startQueue(events.queue(), events.concurrency(), intake::take);
      startQueue(events.queue() + "-dlq", 1, intake::takeDeadLetter);
    }
    var period = lifecycle.sweepEvery().toMillis();
    Future<?> _ =
        schedule.scheduleWithFixedDelay(this::sweep, period, period, TimeUnit.MILLISECONDS);
    LOG.infof("started roles=%s", config.roles());
  }

  void stop(@Observes ShutdownEvent event) {
    schedule.shutdown();
    queues.forEach(QueueWorker::close);
    schedule.close();
  }

  private void startQueue(String queue, int concurrency, QueueWorker.Handler handler) {
    var options = new QueueWorker.Options(queue, concurrency, VISIBILITY, DRAIN);
    var worker = new QueueWorker(sqs, options, handler);
    queues.add(worker);
    worker.start();
  }

  private void render(QueueMessage message) throws IOException, InterruptedException {
    var command = parse(message);
    if (command.isPresent()) {
      renderer.render(command.get());
    }
  }

  private void abandon(QueueMessage message) {
    parse(message).ifPresent(sweeper::abandon);
  }

  /** What is no command now will be none later; it is dropped. */
  private Optional<RenderVideo> parse(QueueMessage message) {
    try {
      return Optional.of(mapper.readValue(message.body(), RenderVideo.class));
    } catch (JsonProcessingException e) {
      LOG.errorf("message is no command message=%s", message.messageId());
      return Optional.empty();
    }
  }

  /** A schedule ends with the first exception that leaves it. */
  private void sweep() {
    sweep(sweeper::sweep);
    sweep(erasure::sweep);
  }

  private static void sweep(Runnable round) {
    try {
      round.run();
    } catch (RuntimeException e) {
      LOG.warnf("sweep failed reason=%s", e);
    }
  }
}
