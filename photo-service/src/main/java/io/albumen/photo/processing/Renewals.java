package io.albumen.photo.processing;

import io.albumen.common.UserId;
import io.albumen.media.MediaFailure;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.library.MediaRenewals;
import io.albumen.photo.media.library.MediaRenewals.Renewal;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Makes renditions and findings of an item anew. The new ones lie under a key of their own, so that
 * no cache shows an old one, and take the old ones' place all at once; until then those are seen.
 */
@ApplicationScoped
public class Renewals {
  private static final Logger LOG = Logger.getLogger(Renewals.class);

  private final MediaRenewals renewals;
  private final Production production;
  private final ProcessingService uploads;

  Renewals(MediaRenewals renewals, Production production, ProcessingService uploads) {
    this.renewals = renewals;
    this.production = production;
    this.uploads = uploads;
  }

  /** Whether uploads are being worked on in this process. */
  public boolean isBusy() {
    return uploads.isBusy();
  }

  /**
   * Returns when the item has new renditions, or needs none as it is gone or was changed meanwhile.
   *
   * @return false when none can be made of it; it is left as it was
   * @throws RuntimeException when another try may help
   */
  public boolean renew(UserId owner, MediaId id) {
    return renewals.begin(owner, id).map(this::renew).orElse(true);
  }

  private boolean renew(Renewal renewal) {
    var item = renewal.item();
    var isReady = false;
    try {
      isReady = renewals.complete(renewal, production.produce(item));
      return true;
    } catch (MediaFailure failure) {
      if (!failure.reason().isPermanent()) {
        throw failure;
      }
      LOG.infof(
          "media not renewed owner=%s media=%s reason=%s",
          item.owner(), item.id(), failure.reason());
      return false;
    } finally {
      if (!isReady) {
        renewals.abandon(renewal);
        production.discardIfGone(item);
      }
    }
  }
}
