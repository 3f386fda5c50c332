package io.albumen.video.rendering;

import io.albumen.video.film.Film;
import io.albumen.video.film.Video;
import io.albumen.video.slideshow.Abort;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;

/** Makes a film and stores it; knows nothing of leases. */
interface FilmMaker {

  /**
   * @param key under which film and poster are stored
   * @param progress hears percentages, rising
   * @param abort ends the work from another thread
   * @throws FilmRefused if no try will ever succeed
   */
  Film make(Video video, List<UUID> mediaIds, String key, IntConsumer progress, Abort abort)
      throws IOException, InterruptedException;
}
