package io.albumen.photo.storage.s3;

import io.albumen.photo.storage.Download;
import io.albumen.photo.storage.ObjectKeys;
import io.albumen.photo.storage.ObjectStore;
import io.albumen.photo.storage.ObjectVersion;
import io.albumen.photo.storage.PartStore;
import io.albumen.photo.storage.PartStore.PartsUpload;
import io.albumen.photo.storage.PresignedPut;
import io.albumen.photo.storage.StorageConfig;
import io.albumen.photo.storage.StorageUnavailable;
import io.albumen.photo.storage.StoredObject;
import io.albumen.photo.storage.UploadSlot;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.GetObjectPresignRequest;

/** The bucket on S3. */
@ApplicationScoped
class S3ObjectStore implements ObjectStore {
  private static final Logger LOG = Logger.getLogger(S3ObjectStore.class);
  private static final String IMMUTABLE = "public, max-age=31536000, immutable";
  private static final Set<String> ALREADY_GONE = Set.of("NoSuchKey", "NoSuchVersion");

  /** As many as DeleteObjects takes at once. */
  private static final int MAX_BATCH = 1000;

  private static final int DOWNLOAD_ATTEMPTS = 3;

  /** At least two names deep, as everything that belongs to one owner is. */
  private static final Pattern FOLDER = Pattern.compile("[^/]+/[^/]+/(.+/)?");

  private final S3Client s3;
  private final S3Presigner presigner;
  private final S3PutSigner puts;
  private final PartStore parts;
  private final String bucket;

  S3ObjectStore(
      S3Client s3, S3Presigner presigner, S3PutSigner puts, PartStore parts, StorageConfig config) {
    this.s3 = s3;
    this.puts = puts;
    this.presigner = presigner;
    this.parts = parts;
    this.bucket = config.bucket();
  }

  /** S3 kept some of what it was to delete; deleting again is harmless. */
  static final class NotDeleted extends RuntimeException {
    NotDeleted(String code) {
      super("S3 kept an object: " + code);
    }
  }

  @Override
  public PresignedPut presignPut(UploadSlot slot, Duration lifetime) {
    return puts.sign(slot, lifetime);
  }

  @Override
  public String presignGet(Download download, Duration lifetime) {
    var get =
        get(download.object())
            .responseContentType(download.contentType())
            .responseContentDisposition(download.disposition())
            .build();
    return presigner
        .presignGetObject(
            GetObjectPresignRequest.builder()
                .signatureDuration(lifetime)
                .getObjectRequest(get)
                .build())
        .url()
        .toString();
  }

  @Override
  public Optional<StoredObject> find(String key) {
    try {
      var head =
          s3.headObject(
              request -> request.bucket(bucket).key(key).checksumMode(ChecksumMode.ENABLED));
      return Optional.of(
          new StoredObject(
              new ObjectVersion(key, versionOf(head)),
              head.contentLength(),
              head.contentType(),
              Checksums.hexOrNull(head.checksumSHA256())));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (SdkException e) {
      throw new StorageUnavailable(e);
    }
  }

  @Override
  public byte[] readLeading(ObjectVersion object, int bytes) {
    var get = get(object).range("bytes=0-" + (bytes - 1)).build();
    try (var content = s3.getObject(get)) {
      return content.readNBytes(bytes);
    } catch (IOException | SdkException e) {
      throw new StorageUnavailable(e);
    }
  }

  @Override
  public void download(ObjectVersion object, Path target) {
    for (int attempt = 1; ; attempt++) {
      try (ResponseInputStream<GetObjectResponse> content = s3.getObject(get(object).build())) {
        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        return;
      } catch (IOException | UncheckedIOException brokenOff) {
        // which the SDK tries again only until the body begins, and not where its client wraps it
        if (attempt == DOWNLOAD_ATTEMPTS) {
          throw new StorageUnavailable(brokenOff);
        }
      } catch (SdkException failure) {
        throw S3Failures.unavailableUnlessRefused(failure);
      }
    }
  }

  @Override
  public void putImmutable(String key, Path file, String contentType) {
    try {
      s3.putObject(
          request ->
              request.bucket(bucket).key(key).contentType(contentType).cacheControl(IMMUTABLE),
          RequestBody.fromFile(file));
    } catch (SdkException failure) {
      throw S3Failures.unavailableUnlessRefused(failure);
    }
  }

  @Override
  public void delete(String key) {
    List<ObjectIdentifier> found;
    do {
      found = versions(key, MAX_BATCH).filter(version -> version.key().equals(key)).toList();
      delete(found);
    } while (!found.isEmpty());
    if (ObjectKeys.isOriginal(key)) { // nothing else comes in parts
      parts.abortAll(key);
    }
  }

  @Override
  public int deleteSome(String prefix, int limit) {
    requireFolder(prefix);
    try {
      var versions = versions(prefix, limit).toList();
      delete(versions);
      return versions.isEmpty() ? abortSome(prefix, limit) : versions.size();
    } catch (SdkException e) {
      throw new StorageUnavailable(e);
    }
  }

  @Override
  public void deleteAll(String prefix) {
    while (deleteSome(prefix, MAX_BATCH) > 0) {
      LOG.debugf("objects deleted prefix=%s", prefix);
    }
  }

  /** A key cut short by mistake must never delete what is another's. */
  private static void requireFolder(String prefix) {
    if (!FOLDER.matcher(prefix).matches()) {
      throw new IllegalArgumentException("not one library's: " + prefix);
    }
  }

  /** Those under this key come first, as S3 lists by key. */
  private Stream<ObjectIdentifier> versions(String prefix, int limit) {
    var page = s3.listObjectVersions(list -> list.bucket(bucket).prefix(prefix).maxKeys(limit));
    return Stream.concat(
        page.versions().stream().map(found -> identifier(found.key(), found.versionId())),
        page.deleteMarkers().stream().map(found -> identifier(found.key(), found.versionId())));
  }

  private static ObjectIdentifier identifier(String key, String versionId) {
    return ObjectIdentifier.builder().key(key).versionId(versionId).build();
  }

  private void delete(List<ObjectIdentifier> versions) {
    if (versions.isEmpty()) {
      return;
    }
    var answer =
        s3.deleteObjects(
            request -> request.bucket(bucket).delete(all -> all.objects(versions).quiet(true)));
    answer.errors().stream()
        .filter(error -> !ALREADY_GONE.contains(error.code()))
        .findFirst()
        .ifPresent(
            error -> {
              throw new NotDeleted(error.code());
            });
  }

  private int abortSome(String prefix, int limit) {
    var unfinished =
        s3.listMultipartUploads(list -> list.bucket(bucket).prefix(prefix).maxUploads(limit))
            .uploads();
    unfinished.forEach(upload -> parts.abort(new PartsUpload(upload.key(), upload.uploadId())));
    return unfinished.size();
  }

  private GetObjectRequest.Builder get(ObjectVersion object) {
    return GetObjectRequest.builder()
        .bucket(bucket)
        .key(object.key())
        .versionId(versionOrNull(object));
  }

  /** A bucket without versions answers none; S3 itself calls such a version "null". */
  private static String versionOf(HeadObjectResponse head) {
    return head.versionId() == null ? "null" : head.versionId();
  }

  private static @Nullable String versionOrNull(ObjectVersion object) {
    return object.versionId().equals("null") ? null : object.versionId();
  }
}
