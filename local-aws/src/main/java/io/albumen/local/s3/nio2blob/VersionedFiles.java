package io.albumen.local.s3.nio2blob;

import java.nio.file.Path;
import org.gaul.s3proxy.nio2blob.AbstractNio2BlobStore;

/**
 * Objects as files, with versions. S3Proxy offers those only where nothing outlives the process, so
 * as not to promise a format on disk; this stack is one process, and takes a new format with a new
 * S3Proxy.
 */
public final class VersionedFiles extends AbstractNio2BlobStore {

  public VersionedFiles(Path root) {
    super(root);
  }

  @Override
  public boolean supportsVersioning() {
    return true;
  }
}
