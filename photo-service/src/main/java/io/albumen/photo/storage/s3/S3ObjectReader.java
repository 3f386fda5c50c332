package io.albumen.photo.storage.s3;

import io.albumen.photo.storage.ObjectReader;
import io.albumen.photo.storage.ObjectVersion;
import io.albumen.photo.storage.StorageConfig;
import io.albumen.photo.storage.StorageUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Reads objects from S3. */
@ApplicationScoped
class S3ObjectReader implements ObjectReader {
  private static final int NOT_FOUND = 404;

  private final S3Client s3;
  private final String bucket;

  S3ObjectReader(S3Client s3, StorageConfig config) {
    this.s3 = s3;
    this.bucket = config.bucket();
  }

  @Override
  public Optional<InputStream> open(ObjectVersion object) {
    var get = GetObjectRequest.builder().bucket(bucket).key(object.key());
    if (!object.versionId().equals("null")) {
      get.versionId(object.versionId());
    }
    try {
      return Optional.of(s3.getObject(get.build()));
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw new StorageUnavailable(e);
    } catch (SdkException e) {
      throw new StorageUnavailable(e);
    }
  }
}
