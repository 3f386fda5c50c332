package io.albumen.photo.storage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The media bucket. Versioned: deleting a version is for good. */
public interface ObjectStore {

  /** Length, type and checksum are signed in, and that nothing may lie under the key yet. */
  PresignedPut presignPut(UploadSlot slot, Duration lifetime);

  /** A URL that reads one version. */
  String presignGet(Download download, Duration lifetime);

  /** The current version, or none. */
  Optional<StoredObject> find(String key);

  /** At most so many bytes from the beginning. */
  byte[] readLeading(ObjectVersion object, int bytes);

  /** Streams the object into a file that is not there yet. */
  void download(ObjectVersion object, Path target);

  /** Writes or overwrites; the object may be cached for ever, as its key is never used again. */
  void putImmutable(String key, Path file, String contentType);

  /**
   * Deletes every version and delete marker for good, and what is coming in parts; fine if there is
   * none.
   */
  void delete(String key);

  /**
   * Deletes some of what lies below a key that ends with a slash: versions, delete markers, and
   * uploads in parts that were never finished.
   *
   * @param limit 1 to 1,000
   * @return how many of these went; 0 once there is nothing
   */
  int deleteSome(String prefix, int limit);

  /** Deletes everything below a key that ends with a slash, as {@link #deleteSome} does. */
  void deleteAll(String prefix);
}
