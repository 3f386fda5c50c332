package io.albumen.photo.reconciliation;

import io.albumen.photo.storage.StorageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;

/** Lists the bucket on S3. */
@ApplicationScoped
class S3Inventory implements Inventory {
  private final S3Client s3;
  private final String bucket;

  S3Inventory(S3Client s3, StorageConfig config) {
    this.s3 = s3;
    this.bucket = config.bucket();
  }

  @Override
  public List<Listed> list(String prefix, String after, int limit) {
    var page =
        s3.listObjectsV2(
            list -> {
              list.bucket(bucket).prefix(prefix).maxKeys(limit);
              if (!after.isEmpty()) {
                list.startAfter(after);
              }
            });
    return page.contents().stream()
        .map(found -> new Listed(found.key(), found.lastModified()))
        .toList();
  }
}
