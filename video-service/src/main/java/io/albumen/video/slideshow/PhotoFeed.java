package io.albumen.video.slideshow;

import java.io.IOException;

/** Gives the photos of a film one after the other, each once. */
@FunctionalInterface
public interface PhotoFeed {

  /**
   * Fills {@code frame} with the photo as planar YUV 4:2:0, BT.709, limited range.
   *
   * @param index in the order of the film
   */
  void load(int index, byte[] frame) throws IOException, InterruptedException;
}
