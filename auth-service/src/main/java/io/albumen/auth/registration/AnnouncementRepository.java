package io.albumen.auth.registration;

import io.albumen.auth.deletion.AccountTraces;
import io.albumen.common.UserId;
import java.time.Instant;

/** Remembers which accounts the fleet has been told of. */
interface AnnouncementRepository extends AccountTraces {

  boolean isAnnounced(UserId user);

  /**
   * @return false when another has marked it before; its time stays
   */
  boolean markAnnounced(UserId user, Instant at);
}
