package io.albumen.local.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

class ObjectsTest {
  private final S3Client s3 = Bucket.client();
  private final String key = Bucket.newKey("originals/");

  @Test
  void answersTheRangeAskedFor() {
    put("0123456789");

    var part = s3.getObjectAsBytes(b -> b.bucket(Bucket.NAME).key(key).range("bytes=2-4"));

    assertThat(part.asUtf8String()).isEqualTo("234");
    assertThat(part.response().contentRange()).isEqualTo("bytes 2-4/10");
  }

  @Test
  void namesTheDownloadAsTheUrlSays() {
    put("film");
    try (var presigner = Bucket.presigner()) {
      var url =
          presigner
              .presignGetObject(
                  presign ->
                      presign
                          .signatureDuration(Duration.ofMinutes(5))
                          .getObjectRequest(
                              get ->
                                  get.bucket(Bucket.NAME)
                                      .key(key)
                                      .responseContentType("video/mp4")
                                      .responseContentDisposition(
                                          "attachment; filename=\"film.mp4\"")))
              .url();

      var answer = Bucket.send(HttpRequest.newBuilder(URI.create(url.toString())).build());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("content-type")).contains("video/mp4");
      assertThat(answer.headers().firstValue("content-disposition"))
          .contains("attachment; filename=\"film.mp4\"");
    }
  }

  @Test
  void purgesAVersionForGood() {
    var version = put("a secret");

    s3.deleteObject(b -> b.bucket(Bucket.NAME).key(key).versionId(version));

    assertThatThrownBy(() -> s3.headObject(b -> b.bucket(Bucket.NAME).key(key).versionId(version)))
        .isInstanceOf(S3Exception.class);
    assertThatThrownBy(() -> s3.headObject(b -> b.bucket(Bucket.NAME).key(key)))
        .isInstanceOf(NoSuchKeyException.class);
  }

  @Test
  void listsWhatThereIsWhileVersionsGo() {
    var versions = new ArrayList<String>();
    for (int version = 0; version < 40; version++) {
      versions.add(put("version " + version));
    }

    var going =
        Thread.startVirtualThread(
            () ->
                versions.forEach(
                    version ->
                        s3.deleteObject(b -> b.bucket(Bucket.NAME).key(key).versionId(version))));

    while (going.isAlive()) {
      var there = s3.listObjectVersions(b -> b.bucket(Bucket.NAME).prefix(key)).versions();
      assertThat(there).hasSizeLessThanOrEqualTo(versions.size());
    }
  }

  @Test
  void keepsTheVersionThatADeleteHides() {
    var version = put("a photo");

    s3.deleteObject(b -> b.bucket(Bucket.NAME).key(key));

    assertThatThrownBy(() -> s3.headObject(b -> b.bucket(Bucket.NAME).key(key)))
        .isInstanceOf(NoSuchKeyException.class);
    assertThat(
            s3.getObjectAsBytes(b -> b.bucket(Bucket.NAME).key(key).versionId(version))
                .asUtf8String())
        .isEqualTo("a photo");
  }

  private String put(String body) {
    return s3.putObject(b -> b.bucket(Bucket.NAME).key(key), RequestBody.fromString(body))
        .versionId();
  }

  @Test
  void removesWhatACrashLeftHalfWritten(@TempDir Path root) throws IOException {
    MediaStore.open(root).ensureBucket("media");
    var half = root.resolve("media/originals/photo-" + UUID.randomUUID());
    Files.createDirectories(half.getParent());
    Files.write(half, "half a pho".getBytes(UTF_8));

    MediaStore.open(root).ensureBucket("media");

    assertThat(half).doesNotExist();
  }

  /** Its attributes are there, and nothing lacks but its name. */
  @Test
  void removesWhatACrashLeftWithoutItsName(@TempDir Path root) throws IOException {
    MediaStore.open(root).ensureBucket("media");
    MediaStore.open(root)
        .putBlob(
            PutObjectRequest.builder().bucket("media").key("originals/photo").build(),
            new ByteArrayInputStream("a photo".getBytes(UTF_8)));
    var whole = root.resolve("media/originals/photo");
    var part = root.resolve("media/.mpus-1-originals/photo-2-" + UUID.randomUUID());
    var object = root.resolve("media/originals/other-" + UUID.randomUUID());
    Files.createDirectories(part.getParent());
    for (var draft : List.of(part, object)) {
      Files.copy(whole, draft, StandardCopyOption.COPY_ATTRIBUTES);
      Files.getFileAttributeView(draft, UserDefinedFileAttributeView.class).delete("albumen.whole");
    }

    MediaStore.open(root).ensureBucket("media");

    assertThat(part).doesNotExist();
    assertThat(object).doesNotExist();
    assertThat(whole).exists();
  }

  @Test
  void removesNoObjectThatLooksLikeADraft(@TempDir Path root) {
    var draftlike = "originals/photo-" + UUID.randomUUID();
    MediaStore.open(root).ensureBucket("media");
    MediaStore.open(root)
        .putBlob(
            PutObjectRequest.builder().bucket("media").key(draftlike).build(),
            new ByteArrayInputStream("a photo".getBytes(UTF_8)));

    MediaStore.open(root).ensureBucket("media");

    assertThat(MediaStore.open(root).blobExists("media", draftlike)).isTrue();
  }
}
