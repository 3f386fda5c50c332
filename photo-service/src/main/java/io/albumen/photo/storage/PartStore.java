package io.albumen.photo.storage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Objects that come in parts. The bucket keeps no checksum of such an object as a whole, but one of
 * each part, without which it takes none.
 */
public interface PartStore {

  /**
   * Where parts go until they are made one.
   *
   * @param id the bucket's name of it
   */
  record PartsUpload(String key, String id) {}

  /**
   * @param number from 1
   * @param sha256 lowercase hex
   */
  record Part(int number, long sizeBytes, String sha256) {}

  /**
   * A part that is there.
   *
   * @param tag by which the bucket knows these bytes
   */
  record StoredPart(Part part, String tag) {}

  PartsUpload begin(UploadSlot slot);

  /** Length and checksum are signed in; the same number may come again, until all are made one. */
  PresignedPut presign(PartsUpload upload, Part part, Duration lifetime);

  /** Those that are there, by number; none at all once the upload has ended. */
  Optional<List<StoredPart>> find(PartsUpload upload);

  /** Makes one object of the parts, unless one is there already or the upload has ended. */
  void complete(PartsUpload upload, List<StoredPart> parts);

  /** Ends it, and all parts go; fine if it has ended. */
  void abort(PartsUpload upload);

  /** Ends whatever goes on under exactly this key. */
  void abortAll(String key);
}
