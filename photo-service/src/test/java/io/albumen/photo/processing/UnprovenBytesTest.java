package io.albumen.photo.processing;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.library.MediaLibrary;
import io.albumen.photo.testing.LargeFile;
import io.albumen.photo.testing.Photographer;
import io.albumen.photo.testing.Photographer.LocalFile;
import io.albumen.photo.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Stack
class UnprovenBytesTest {
  @Inject ProcessingService processing;
  @Inject MediaLibrary library;

  private final Photographer ada = Photographer.stranger();
  private final LargeFile sent = LargeFile.film("film.mp4");

  @Test
  void attack35ACorruptObjectHoldsNoHash() {
    var wanted = LocalFile.photo("a.jpg").sha256();
    var id = announceAs(wanted);
    sent.send(ada, id, 1, 2, 3);
    var media = UUID.fromString(ada.complete(id).getString("results[0].mediaId"));

    processing.process(ada.id(), new MediaId(media));

    var rejected = ada.get("/api/v1/media/{0}", media);
    assertThat(rejected.getString("state")).isEqualTo("REJECTED");
    assertThat(rejected.getString("problem.detail")).contains("film.mp4");
    assertThat(ada.get("/api/v1/usage").getLong("storageBytes")).isZero();
  }

  @Test
  void holdsItsHashOnceTheWorkerKnowsIt() {
    var id = ada.mint(sent.file()).getString("results[0].uploadId");
    sent.send(ada, id, 1, 2, 3);
    var media = UUID.fromString(ada.complete(id).getString("results[0].mediaId"));
    var item = library.findUnprocessed(ada.id(), new MediaId(media)).orElseThrow();

    library.prove(ada.id(), item.id(), item.object());

    var minted = ada.mint(sent.file());
    assertThat(minted.getString("results[0].status")).isEqualTo("DUPLICATE");
    assertThat(minted.getString("results[0].mediaId")).isEqualTo(media.toString());
  }

  private String announceAs(String sha256) {
    var announced =
        Map.of(
            "clientId", "1",
            "name", "film.mp4",
            "contentType", "video/mp4",
            "size", sent.file().bytes().length,
            "sha256", sha256);
    return ada.request()
        .body(Map.of("files", List.of(announced)))
        .post("/api/v1/uploads")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getString("results[0].uploadId");
  }
}
