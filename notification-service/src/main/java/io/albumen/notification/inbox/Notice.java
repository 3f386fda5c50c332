package io.albumen.notification.inbox;

import io.albumen.notification.account.SecurityChange;
import java.time.Duration;
import java.util.UUID;

/** What an item tells. */
public sealed interface Notice {
  record Welcome(String displayName) implements Notice {}

  record VideoReady(UUID videoId, String title, Duration duration) implements Notice {}

  /**
   * @param code stable, as in a problem
   */
  record VideoFailed(UUID videoId, String title, String code, String detail) implements Notice {}

  /**
   * @param name the file's, as the user gave it
   * @param code stable, as in a problem
   */
  record MediaRejected(UUID mediaId, String name, String code, String detail) implements Notice {}

  record SecurityChanged(SecurityChange change) implements Notice {}
}
