package io.albumen.common.security;

import io.albumen.common.UserId;

/** How accounts stand, as far as this service has heard; the bean that the gate asks, if any. */
public interface AccountStandings {
  /** Good for whoever is not known. Read consistently. */
  Standing standing(UserId owner);
}
