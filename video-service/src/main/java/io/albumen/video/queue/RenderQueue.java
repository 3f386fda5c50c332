package io.albumen.video.queue;

import io.albumen.common.UserId;
import io.albumen.video.film.VideoId;

public interface RenderQueue {

  /**
   * Asks some renderer, sooner or later, for a film; asking twice makes one film.
   *
   * @return false when the queue can't be reached: the sweeper will ask again
   */
  boolean enqueue(UserId owner, VideoId id);
}
