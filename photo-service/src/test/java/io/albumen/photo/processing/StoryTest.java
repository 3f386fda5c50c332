package io.albumen.photo.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.albumen.common.testing.ContractCheck;
import io.albumen.photo.testing.Photographer;
import io.albumen.photo.testing.Photographer.LocalFile;
import io.albumen.photo.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Real files through queue, worker and engine. */
@QuarkusTest
@Stack
@TestProfile(StoryTest.WithWorker.class)
class StoryTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final Photographer ada = Photographer.stranger();

  /** One process that does everything, as on a laptop; its photos come in one piece. */
  public static class WithWorker implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("photo.roles", "api,worker", "photo.upload.max-single-put", "64M");
    }
  }

  @Test
  void showsPhotosWhenTheyWereTakenAndTheRightWayUp() throws IOException {
    var newYear = ada.upload(sample("photo-3.jpg", "image/jpeg"));
    var upright = ada.upload(sample("photo-2.jpg", "image/jpeg"));

    assertThat(settled(newYear)).isEqualTo("READY");
    assertThat(settled(upright)).isEqualTo("READY");

    assertThat(ada.get("/api/v1/timeline/buckets").getList("bucket"))
        .containsExactly("2020-12", "2019-03");
    assertThat(ada.get("/api/v1/timeline/buckets/2019-03").getDouble("ratio[0]")).isEqualTo(0.75);
  }

  @Test
  void refusesATruncatedPhotoWithItsReasonAndHarmsNoOther() throws IOException {
    var broken = ada.upload(sample("bad/truncated.jpg", "image/jpeg"));
    var good = ada.upload(sample("picture.webp", "image/webp"));

    assertThat(settled(broken)).isEqualTo("REJECTED");
    assertThat(settled(good)).isEqualTo("READY");

    assertThat(ada.get("/api/v1/media/{0}", broken).getString("problem.detail"))
        .contains("truncated.jpg");
  }

  @Test
  void aFilmThatBrowsersPlayIsItsOwnPlayback() throws IOException {
    var file = sample("clip.mp4", "video/mp4");
    var film = ada.upload(file);

    assertThat(settled(film)).isEqualTo("READY");
    var link = ada.get("/api/v1/media/{0}/content?variant=playback", film);
    var played = Photographer.open(link.getString("url"));

    assertThat(played.body()).isEqualTo(file.bytes());
    assertThat(played.headers().firstValue("Content-Type")).hasValue("video/mp4");
  }

  private String settled(UUID media) {
    var deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      var state = ada.get("/api/v1/media/{0}", media).getString("state");
      if (!state.equals("PROCESSING")) {
        return state;
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    return "PROCESSING";
  }

  private static LocalFile sample(String name, String contentType) throws IOException {
    var folder =
        Optional.ofNullable(System.getenv("ALBUMEN_SAMPLES"))
            .map(Path::of)
            .orElseGet(() -> ContractCheck.repository().resolve("../shared/samples"));
    var file = folder.resolve(name);
    assumeTrue(Files.exists(file), "no samples");
    return new LocalFile(file.getFileName().toString(), contentType, Files.readAllBytes(file));
  }
}
