package io.albumen.video.source;

import io.albumen.common.UserId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

public interface PhotoSources {

  /**
   * Asks photo-service, as the user, for these media; the answer has each of them.
   *
   * @throws PhotoServiceUnavailable if it does not answer; may pass
   */
  Map<UUID, Source> find(UserId owner, List<UUID> mediaIds);
}
