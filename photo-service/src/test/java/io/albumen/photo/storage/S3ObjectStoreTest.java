package io.albumen.photo.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.photo.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@Stack
class S3ObjectStoreTest {
  @Inject ObjectStore objects;
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
