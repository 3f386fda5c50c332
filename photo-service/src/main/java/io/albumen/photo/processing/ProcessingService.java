package io.albumen.photo.processing;

import io.albumen.common.UserId;
import io.albumen.media.MediaFailure;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.library.MediaLibrary;
import io.albumen.photo.media.library.MediaLibrary.Unprocessed;
import io.albumen.photo.outbox.OutboxRelay;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Makes an item ready, or settles that it can't be. Done again after a crash it writes the same
 * objects again; only the first to finish commits.
 */
@ApplicationScoped
class ProcessingService {
  private static final Logger LOG = Logger.getLogger(ProcessingService.class);

  private final MediaLibrary library;
  private final Production production;
  private final OutboxRelay relay;
  private final Clock clock;
  private final AtomicInteger inFlight = new AtomicInteger();

  ProcessingService(MediaLibrary library, Production production, OutboxRelay relay, Clock clock) {
    this.library = library;
    this.production = production;
    this.relay = relay;
    this.clock = clock;
  }

  /** Whether any item is being worked on. */
  boolean isBusy() {
    return inFlight.get() > 0;
  }

  /** Returns when the item is settled; nothing to do when it already was, or is not there. */
  void process(UserId owner, MediaId id) {
    library.findUnprocessed(owner, id).ifPresent(this::processUnlessGone);
  }

  private void processUnlessGone(Unprocessed item) {
    inFlight.incrementAndGet();
    try {
      process(item);
    } finally {
      inFlight.decrementAndGet();
      production.discardIfGone(item);
    }
  }

  private void process(Unprocessed item) {
    var begun = clock.instant();
    try {
      if (library.becomeReady(item.owner(), item.id(), production.produce(item))) {
        LOG.infof(
            "media ready owner=%s media=%s tookMs=%d",
            item.owner(), item.id(), Duration.between(begun, clock.instant()).toMillis());
      }
    } catch (MediaFailure failure) {
      settle(item, failure);
    }
    relay.nudge();
  }

  private void settle(Unprocessed item, MediaFailure failure) {
    if (!failure.reason().isPermanent()) {
      throw failure;
    }
    var fault = Faults.of(item.original().name(), failure.reason());
    library.reject(item.owner(), item.id(), fault);
    LOG.infof("media rejected owner=%s media=%s code=%s", item.owner(), item.id(), fault.code());
    LOG.debug("media rejected", failure);
  }

  /** After the last try: the owner shall not wait for ever. */
  void giveUp(UserId owner, MediaId id) {
    if (library.fail(owner, id, Faults.GAVE_UP)) {
      LOG.errorf("media failed owner=%s media=%s", owner, id);
    }
  }
}
