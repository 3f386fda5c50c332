package io.albumen.photo.download;

import io.albumen.photo.storage.ObjectVersion;
import java.io.OutputStream;

/** Takes archives as streams; an object is there only once it is whole. */
interface ArchiveStore {

  Upload begin(String key);

  /** An archive on its way. Closed before it is complete, nothing stays. */
  interface Upload extends AutoCloseable {
    OutputStream stream();

    /** Everything was written. */
    Stored complete();

    @Override
    void close();
  }

  /** An archive that is whole. */
  record Stored(ObjectVersion object, long sizeBytes) {}
}
