package io.albumen.video.storage;

import io.albumen.common.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/** Films in the bucket that all media share, under {@code videos/}. */
@ApplicationScoped
class S3FilmStore implements FilmStore {
  /** Keys are random and their objects never change. */
  private static final String FOR_EVER = "private, max-age=31536000, immutable";

  /** A key cut short by mistake must never delete another's film. */
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");

  private static final Set<String> ALREADY_GONE = Set.of("NoSuchKey", "NoSuchVersion");

  private final S3Client s3;
  private final String bucket;

  S3FilmStore(S3Client s3, FilmConfig config) {
    this.s3 = s3;
    this.bucket = config.bucket();
  }

  @Override
  public void put(String key, Path film, Path poster) throws IOException {
    put(FilmStore.posterPath(key), poster, "image/jpeg");
    put(FilmStore.filmPath(key), film, "video/mp4");
  }

  @Override
  public void delete(String key) {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("no key of a film: " + key);
    }
    for (var left = versions(key); !left.isEmpty(); left = versions(key)) {
      delete(left);
    }
  }

  /** Markers of deletions among them. */
  private List<ObjectIdentifier> versions(String key) {
    var page = s3.listObjectVersions(list -> list.bucket(bucket).prefix(FilmStore.folder(key)));
    return Stream.concat(
            page.versions().stream().map(found -> object(found.key(), found.versionId())),
            page.deleteMarkers().stream().map(found -> object(found.key(), found.versionId())))
        .toList();
  }

  private void delete(List<ObjectIdentifier> versions) {
    var answer =
        s3.deleteObjects(
            request -> request.bucket(bucket).delete(all -> all.quiet(true).objects(versions)));
    answer.errors().stream()
        .filter(error -> !ALREADY_GONE.contains(error.code()))
        .findFirst()
        .ifPresent(
            error -> {
              throw new IllegalStateException("S3 kept objects: " + error.code());
            });
  }

  private void put(String path, Path file, String contentType) throws IOException {
    var checksum = Base64.getEncoder().encodeToString(Sha256.of(file));
    s3.putObject(
        request ->
            request
                .bucket(bucket)
                .key(path)
                .contentType(contentType)
                .cacheControl(FOR_EVER)
                .checksumSHA256(checksum),
        RequestBody.fromFile(file));
    var stored =
        s3.headObject(
            request -> request.bucket(bucket).key(path).checksumMode(ChecksumMode.ENABLED));
    var sameChecksum = stored.checksumSHA256() == null || stored.checksumSHA256().equals(checksum);
    if (stored.contentLength() != Files.size(file) || !sameChecksum) {
      throw new IOException("S3 holds something else than what was sent");
    }
  }

  private static ObjectIdentifier object(String path, String version) {
    return ObjectIdentifier.builder().key(path).versionId(version).build();
  }
}
