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

  /** Deletes every version for good; fine if there is none. */
  void delete(String key);

  /** Deletes everything below a key that ends with a slash. */
  void deleteAll(String prefix);
}
