package io.albumen.photo.version;

import io.albumen.common.UserId;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.library.MediaReader;
import io.albumen.photo.media.library.MediaVersions;
import io.albumen.photo.media.library.MediaVersions.Version;
import io.albumen.photo.outbox.OutboxRelay;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** An owner's view of the versions of their items. */
@ApplicationScoped
class VersionService {
  private static final Logger LOG = Logger.getLogger(VersionService.class);

  private final MediaVersions versions;
  private final MediaReader media;
  private final OutboxRelay relay;

  VersionService(MediaVersions versions, MediaReader media, OutboxRelay relay) {
    this.versions = versions;
    this.media = media;
    this.relay = relay;
  }

  /** Latest first. */
  List<Version> list(UserId owner, MediaId id) {
    return versions.list(owner, id);
  }

  /** The item, which changes once the restored original has been processed. */
  MediaReader.Files restore(UserId owner, MediaId id, int number) {
    versions.restore(owner, id, number);
    relay.nudge();
    LOG.infof("version restored owner=%s media=%s version=%d", owner, id, number);
    return media.get(owner, id);
  }
}
