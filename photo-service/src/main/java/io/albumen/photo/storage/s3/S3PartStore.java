package io.albumen.photo.storage.s3;

import io.albumen.photo.storage.PartStore;
import io.albumen.photo.storage.PresignedPut;
import io.albumen.photo.storage.StorageConfig;
import io.albumen.photo.storage.StorageUnavailable;
import io.albumen.photo.storage.UploadSlot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Multipart uploads of S3. */
@ApplicationScoped
class S3PartStore implements PartStore {
  private static final Logger LOG = Logger.getLogger(S3PartStore.class);
  private static final int SOMETHING_IS_THERE = 412;

  private final S3Client s3;
  private final S3Presigner presigner;
  private final String bucket;

  S3PartStore(S3Client s3, S3Presigner presigner, StorageConfig config) {
    this.s3 = s3;
    this.presigner = presigner;
    this.bucket = config.bucket();
  }

  @Override
  public PartsUpload begin(UploadSlot slot) {
    try {
      var begun =
          s3.createMultipartUpload(
              create ->
                  create
                      .bucket(bucket)
                      .key(slot.key())
                      .contentType(slot.contentType())
                      .contentDisposition("attachment")
                      .checksumAlgorithm(ChecksumAlgorithm.SHA256));
      return new PartsUpload(slot.key(), begun.uploadId());
    } catch (SdkException e) {
      throw new StorageUnavailable(e);
    }
  }

  @Override
  public PresignedPut presign(PartsUpload upload, Part part, Duration lifetime) {
    var presigned =
        presigner.presignUploadPart(
            presign ->
                presign
                    .signatureDuration(lifetime)
                    .uploadPartRequest(
                        put ->
                            put.bucket(bucket)
                                .key(upload.key())
                                .uploadId(upload.id())
                                .partNumber(part.number())
                                .contentLength(part.sizeBytes())
                                .checksumSHA256(Checksums.base64(part.sha256()))));
    return S3Presigned.put(presigned);
  }

  @Override
  public Optional<List<StoredPart>> find(PartsUpload upload) {
    try {
      var pages =
          s3.listPartsPaginator(
              list -> list.bucket(bucket).key(upload.key()).uploadId(upload.id()));
      return Optional.of(pages.parts().stream().map(S3PartStore::stored).toList());
    } catch (NoSuchUploadException e) {
      return Optional.empty();
    } catch (SdkException e) {
      throw new StorageUnavailable(e);
    }
  }

  private static StoredPart stored(software.amazon.awssdk.services.s3.model.Part part) {
    var sha256 = Objects.requireNonNull(Checksums.hexOrNull(part.checksumSHA256()), "checksum");
    return new StoredPart(new Part(part.partNumber(), part.size(), sha256), part.eTag());
  }

  @Override
  public void complete(PartsUpload upload, List<StoredPart> parts) {
    var completed = parts.stream().map(S3PartStore::completed).toList();
    try {
      s3.completeMultipartUpload(
          complete ->
              complete
                  .bucket(bucket)
                  .key(upload.key())
                  .uploadId(upload.id())
                  .ifNoneMatch("*")
                  .multipartUpload(all -> all.parts(completed)));
    } catch (NoSuchUploadException e) {
      LOG.debug("parts were made one before", e);
    } catch (S3Exception e) {
      if (e.statusCode() != SOMETHING_IS_THERE) {
        throw new StorageUnavailable(e);
      }
      LOG.debug("an object is there already", e);
    } catch (SdkException e) {
      throw new StorageUnavailable(e);
    }
  }

  private static CompletedPart completed(StoredPart stored) {
    return CompletedPart.builder()
        .partNumber(stored.part().number())
        .eTag(stored.tag())
        .checksumSHA256(Checksums.base64(stored.part().sha256()))
        .build();
  }

  @Override
  public void abort(PartsUpload upload) {
    try {
      s3.abortMultipartUpload(
          abort -> abort.bucket(bucket).key(upload.key()).uploadId(upload.id()));
    } catch (NoSuchUploadException e) {
      LOG.debug("upload in parts ended meanwhile", e);
    } catch (SdkException e) {
      throw new StorageUnavailable(e);
    }
  }

  @Override
  public void abortAll(String key) {
    try {
      s3.listMultipartUploadsPaginator(list -> list.bucket(bucket).prefix(key)).uploads().stream()
          .filter(upload -> upload.key().equals(key))
          .forEach(upload -> abort(new PartsUpload(upload.key(), upload.uploadId())));
    } catch (SdkException e) {
      throw new StorageUnavailable(e);
    }
  }
}
