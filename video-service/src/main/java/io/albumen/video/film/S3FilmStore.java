package io.albumen.video.film;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/** Films in the bucket that all media share, under {@code videos/}. */
@ApplicationScoped
class S3FilmStore implements FilmStore {
  /** Keys are random and their objects never change. */
  private static final String FOR_EVER = "private, max-age=31536000, immutable";

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
    var delete =
        Delete.builder()
            .quiet(true)
            .objects(object(FilmStore.filmPath(key)), object(FilmStore.posterPath(key)))
            .build();
    var answer = s3.deleteObjects(request -> request.bucket(bucket).delete(delete));
    if (answer.hasErrors()) {
      throw new IllegalStateException("S3 kept objects: " + answer.errors().getFirst().code());
    }
  }

  private void put(String path, Path file, String contentType) throws IOException {
    var checksum = sha256(file);
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

  private static String sha256(Path file) throws IOException {
    try (var in = new DigestInputStream(Files.newInputStream(file), digest())) {
      in.transferTo(OutputStream.nullOutputStream());
      return Base64.getEncoder().encodeToString(in.getMessageDigest().digest());
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectIdentifier object(String path) {
    return ObjectIdentifier.builder().key(path).build();
  }
}
