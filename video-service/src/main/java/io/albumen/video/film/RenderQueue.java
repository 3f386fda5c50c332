package io.albumen.video.film;

import io.albumen.common.UserId;

public interface RenderQueue {

  /**
   * Asks some renderer, sooner or later, for a film; asking twice makes one film.
   *
   * @return false when the queue can't be reached: the sweeper will ask again
   */
  boolean enqueue(UserId owner, VideoId id);
}
