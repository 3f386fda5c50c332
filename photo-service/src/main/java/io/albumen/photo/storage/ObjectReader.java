package io.albumen.photo.storage;

import java.io.InputStream;
import java.util.Optional;

/** Reads whole objects as streams, so that none is ever in memory or on disk as a whole. */
public interface ObjectReader {

  /**
   * None when that version is no more. The caller closes the stream.
   *
   * @throws StorageUnavailable when the bucket does not answer
   */
  Optional<InputStream> open(ObjectVersion object);
}
