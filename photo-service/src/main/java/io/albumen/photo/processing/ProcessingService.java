package io.albumen.photo.processing;

import io.albumen.common.UserId;
import io.albumen.media.MediaFailure;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.MediaLibrary;
import io.albumen.photo.media.MediaLibrary.Unprocessed;
import io.albumen.photo.outbox.OutboxRelay;
import io.albumen.photo.processing.engine.Processed;
import io.albumen.photo.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Makes an item ready, or settles that it can't be. Done again after a crash it writes the same
 * objects again; only the first to finish commits.
 */
@ApplicationScoped
class ProcessingService {
  private static final Logger LOG = Logger.getLogger(ProcessingService.class);

  private final MediaLibrary library;
  private final ObjectStore objects;
  private final RenditionMaker maker;
  private final Results results;
  private final OutboxRelay relay;
  private final ProcessingConfig config;
  private final Clock clock;

  ProcessingService(
      MediaLibrary library,
      ObjectStore objects,
      RenditionMaker maker,
      Results results,
      OutboxRelay relay,
      ProcessingConfig config,
      Clock clock) {
    this.library = library;
    this.objects = objects;
    this.maker = maker;
    this.results = results;
    this.relay = relay;
    this.config = config;
    this.clock = clock;
  }

  /** The bytes that came are not those the database knows; another try may read them right. */
  static final class DamagedOnTheWay extends RuntimeException {
    DamagedOnTheWay(MediaId id) {
      super("bytes of %s have another SHA-256".formatted(id));
    }
  }

  /** Returns when the item is settled; nothing to do when it already was, or is not there. */
  void process(UserId owner, MediaId id) {
    library.findUnprocessed(owner, id).ifPresent(this::processUnlessGone);
  }

  private void processUnlessGone(Unprocessed item) {
    try {
      process(item);
    } finally {
      discardIfGone(item);
    }
  }

  /**
   * Its owner may have gone meanwhile, and the erasure have been here before the last rendition.
   */
  private void discardIfGone(Unprocessed item) {
    if (library.isGone(item.owner(), item.id())) {
      objects.deleteAll(item.renditionPrefix());
      LOG.infof("media gone before it was ready owner=%s media=%s", item.owner(), item.id());
    }
  }

  private void process(Unprocessed item) {
    var begun = clock.instant();
    try (var directory = WorkDirectory.create(config.directory())) {
      var original = directory.file("original");
      objects.download(item.object(), original);
      verify(item, original);
      var processed =
          maker.make(
              original,
              item.original().contentType(),
              item.original().name().value(),
              directory.newDirectory("renditions"));
      upload(item, processed);
      if (library.becomeReady(item.owner(), item.id(), results.of(processed))) {
        LOG.infof(
            "media ready owner=%s media=%s tookMs=%d",
            item.owner(), item.id(), Duration.between(begun, clock.instant()).toMillis());
      }
    } catch (MediaFailure failure) {
      settle(item, failure);
    }
    relay.nudge();
  }

  private static void verify(Unprocessed item, Path original) {
    if (!Sha256.of(original).equals(item.original().sha256())) {
      throw new DamagedOnTheWay(item.id());
    }
  }

  private void upload(Unprocessed item, Processed processed) {
    for (var made : processed.renditions()) {
      if (library.isGone(item.owner(), item.id())) {
        return; // nobody will see it
      }
      objects.putImmutable(item.renditionPrefix() + made.name(), made.file(), made.contentType());
    }
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
