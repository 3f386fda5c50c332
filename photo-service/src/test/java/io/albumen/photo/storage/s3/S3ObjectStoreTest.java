package io.albumen.photo.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.photo.storage.ObjectStore;
import io.albumen.photo.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

@QuarkusTest
@Stack
class S3ObjectStoreTest {
  private static final String BUCKET = "albumen-media";

  @Inject ObjectStore objects;
  @Inject S3Client s3;
  @TempDir Path folder;

  private final String prefix = "renditions/%s/".formatted(UUID.randomUUID());

  @Test
  void leavesNoOlderVersionBehind() throws IOException {
    put("thumbnail.webp", "first try");
    put("thumbnail.webp", "second try");
    put("preview.jpg", "second try");

    objects.deleteAll(prefix);

    assertThat(objects.find(prefix + "thumbnail.webp")).isEmpty();
    assertThat(objects.find(prefix + "preview.jpg")).isEmpty();
  }

  @Test
  void deletesOldVersionsAndMarkersAndUploadsInParts() throws IOException {
    put("thumbnail.webp", "first try");
    put("thumbnail.webp", "second try");
    s3.deleteObject(delete -> delete.bucket(BUCKET).key(prefix + "thumbnail.webp"));
    s3.createMultipartUpload(create -> create.bucket(BUCKET).key(prefix + "large"));

    objects.deleteAll(prefix);

    var left = s3.listObjectVersions(list -> list.bucket(BUCKET).prefix(prefix));
    assertThat(left.versions()).isEmpty();
    assertThat(left.deleteMarkers()).isEmpty();
    assertThat(s3.listMultipartUploads(list -> list.bucket(BUCKET).prefix(prefix)).uploads())
        .isEmpty();
  }

  @Test
  void deletesNoMoreThanAsked() throws IOException {
    put("thumbnail.webp", "first try");
    put("thumbnail.webp", "second try");
    put("preview.jpg", "only try");

    assertThat(objects.deleteSome(prefix, 2)).isEqualTo(2);
    assertThat(objects.deleteSome(prefix, 2)).isEqualTo(1);
    assertThat(objects.deleteSome(prefix, 2)).isZero();
  }

  @Test
  void deletesAllVersionsOfOneKeyAndNothingBesideIt() throws IOException {
    put("a", "first try");
    put("a", "second try");
    put("ab", "a neighbour");

    objects.delete(prefix + "a");

    var left = s3.listObjectVersions(list -> list.bucket(BUCKET).prefix(prefix));
    assertThat(left.versions()).extracting(version -> version.key()).containsOnly(prefix + "ab");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "originals/", "originals//", "renditions/key"})
  void refusesToDeleteBelowWhatIsNotOneOwners(String wide) {
    assertThatThrownBy(() -> objects.deleteAll(wide)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void deletesWhatIsNotThere() {
    objects.delete(prefix + "nothing");

    assertThat(objects.find(prefix + "nothing")).isEmpty();
  }

  @Test
  void readsNoMoreThanTheBeginning() throws IOException {
    put("preview.jpg", "0123456789");
    var stored = objects.find(prefix + "preview.jpg").orElseThrow();

    assertThat(objects.readLeading(stored.version(), 4)).asString().isEqualTo("0123");
    assertThat(objects.readLeading(stored.version(), 4096)).hasSize(10);
  }

  private void put(String name, String content) throws IOException {
    objects.putImmutable(prefix + name, Files.writeString(folder.resolve(name), content), "x/y");
  }
}
