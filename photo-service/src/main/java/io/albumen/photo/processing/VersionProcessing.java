package io.albumen.photo.processing;

import io.albumen.common.UserId;
import io.albumen.media.MediaFailure;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.library.MediaLibrary.Unprocessed;
import io.albumen.photo.media.library.MediaVersions;
import io.albumen.photo.outbox.OutboxRelay;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Makes a new version of an item the current one, or settles that it can't be. */
@ApplicationScoped
class VersionProcessing {
  private static final Logger LOG = Logger.getLogger(VersionProcessing.class);

  private final MediaVersions versions;
  private final Production production;
  private final OutboxRelay relay;

  VersionProcessing(MediaVersions versions, Production production, OutboxRelay relay) {
    this.versions = versions;
    this.production = production;
    this.relay = relay;
  }

  /** Returns when the pending version is settled; nothing to do when there is none. */
  void process(UserId owner, MediaId id) {
    versions.findPending(owner, id).ifPresent(this::processUnlessGone);
  }

  private void processUnlessGone(Unprocessed version) {
    try {
      versions.becomeCurrent(version, production.produce(version));
    } catch (MediaFailure failure) {
      if (!failure.reason().isPermanent()) {
        throw failure;
      }
      versions.reject(version, Faults.of(version.original().name(), failure.reason()));
      LOG.infof("version rejected owner=%s media=%s", version.owner(), version.id());
    } finally {
      production.discardIfGone(version);
    }
    relay.nudge();
  }

  /** After the last try. */
  void giveUp(UserId owner, MediaId id) {
    versions
        .findPending(owner, id)
        .filter(versions::giveUp)
        .ifPresent(version -> LOG.errorf("version failed owner=%s media=%s", owner, id));
  }
}
