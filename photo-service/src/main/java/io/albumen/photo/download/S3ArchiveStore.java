package io.albumen.photo.download;

import io.albumen.photo.storage.ObjectVersion;
import io.albumen.photo.storage.StorageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Archives on S3, uploaded in parts as they are made. */
@ApplicationScoped
class S3ArchiveStore implements ArchiveStore {
  private static final Logger LOG = Logger.getLogger(S3ArchiveStore.class);

  /** In bytes; S3 takes 10,000 parts, so that this is enough for 156 GiB. */
  private static final int PART = 16 << 20;

  private final S3Client s3;
  private final String bucket;

  S3ArchiveStore(S3Client s3, StorageConfig config) {
    this.s3 = s3;
    this.bucket = config.bucket();
  }

  @Override
  public Upload begin(String key) {
    var created =
        s3.createMultipartUpload(
            create ->
                create
                    .bucket(bucket)
                    .key(key)
                    .contentType("application/zip")
                    .contentDisposition("attachment")
                    .checksumAlgorithm(ChecksumAlgorithm.CRC32));
    return new S3Upload(key, created.uploadId());
  }

  private final class S3Upload implements Upload {
    private final String key;
    private final String uploadId;
    private final byte[] buffer = new byte[PART];
    private final List<CompletedPart> parts = new ArrayList<>();
    private int filled;
    private long sent;
    private boolean isSettled;

    S3Upload(String key, String uploadId) {
      this.key = key;
      this.uploadId = uploadId;
    }

    /** Closed by who writes to it, it still waits to be completed. */
    @Override
    public OutputStream stream() {
      return new OutputStream() {
        @Override
        public void write(int octet) {
          write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
          S3Upload.this.write(bytes, offset, length);
        }
      };
    }

    private void write(byte[] bytes, int offset, int length) {
      for (var written = 0; written < length; ) {
        var room = Math.min(length - written, PART - filled);
        System.arraycopy(bytes, offset + written, buffer, filled, room);
        filled += room;
        written += room;
        if (filled == PART) {
          send();
        }
      }
    }

    private void send() {
      var number = parts.size() + 1;
      var answer =
          s3.uploadPart(
              part ->
                  part.bucket(bucket)
                      .key(key)
                      .uploadId(uploadId)
                      .partNumber(number)
                      .checksumAlgorithm(ChecksumAlgorithm.CRC32),
              RequestBody.fromInputStream(new ByteArrayInputStream(buffer, 0, filled), filled));
      parts.add(
          CompletedPart.builder()
              .partNumber(number)
              .eTag(answer.eTag())
              .checksumCRC32(answer.checksumCRC32())
              .build());
      sent += filled;
      filled = 0;
    }

    @Override
    public Stored complete() {
      if (filled > 0) {
        send();
      }
      var answer =
          s3.completeMultipartUpload(
              complete ->
                  complete
                      .bucket(bucket)
                      .key(key)
                      .uploadId(uploadId)
                      .multipartUpload(all -> all.parts(parts)));
      isSettled = true;
      var version = answer.versionId() == null ? "null" : answer.versionId();
      return new Stored(new ObjectVersion(key, version), sent);
    }

    /** What can't be aborted now is when the archive is built again, or thrown away. */
    @Override
    public void close() {
      if (isSettled) {
        return;
      }
      isSettled = true;
      try {
        s3.abortMultipartUpload(abort -> abort.bucket(bucket).key(key).uploadId(uploadId));
      } catch (SdkException e) {
        LOG.warnf("archive not aborted reason=%s", e.getMessage());
      }
    }
  }
}
