package io.albumen.auth.intent;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.albumen.auth.intent.IntentRepository.Due;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Takes up the intents whose request did not live to close them. */
@ApplicationScoped
class IntentSweeper {
  private static final Logger LOG = Logger.getLogger(IntentSweeper.class);
  private static final int MAX_DOUBLINGS = 16;

  private final IntentRepository intents;
  private final Intents closing;
  private final Map<IntentKind, IntentHandler> handlers;
  private final IntentConfig config;
  private final Clock clock;

  IntentSweeper(
      IntentRepository intents,
      Intents closing,
      @All List<IntentHandler> handlers,
      IntentConfig config,
      Clock clock) {
    this.intents = intents;
    this.closing = closing;
    this.handlers =
        handlers.stream().collect(Collectors.toMap(IntentHandler::kind, Function.identity()));
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      identity = "intents",
      every = "${albumen.auth.intents.sweep-every}",
      delayed = "5s",
      concurrentExecution = SKIP)
  @RunOnVirtualThread
  void sweep() {
    try {
      intents.due(clock.instant(), config.batch()).forEach(this::take);
    } catch (RuntimeException e) { // the next sweep tries again
      LOG.warnf("sweep failed reason=%s", e);
    }
  }

  private void take(Due due) {
    try {
      if (intents.claim(due, clock.instant().plus(backoff(due.claims())))) {
        finish(due);
      }
    } catch (RuntimeException e) { // one intent's failure is no other's; it stays due
      LOG.warnf("intent failed intent=%s claims=%d reason=%s", due.intent().id(), due.claims(), e);
    }
  }

  private void finish(Due due) {
    var intent = due.intent();
    var handler = handlers.get(intent.kind());
    if (due.settled()) {
      intents.drop(intent);
    } else if (handler != null) {
      var outcome = handler.resume(intent);
      closing.close(intent, outcome);
      LOG.infof("intent resumed intent=%s outcome=%s", intent.id(), outcome);
    }
  }

  private Duration backoff(int claims) {
    var wait = config.patience().multipliedBy(1L << Math.min(claims, MAX_DOUBLINGS));
    return wait.compareTo(config.maxBackoff()) > 0 ? config.maxBackoff() : wait;
  }
}
