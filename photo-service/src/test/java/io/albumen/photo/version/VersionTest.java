package io.albumen.photo.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.albumen.media.MediaFormat;
import io.albumen.photo.media.Fault;
import io.albumen.photo.media.Findings;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.Rendition;
import io.albumen.photo.media.library.MediaLibrary;
import io.albumen.photo.media.library.MediaVersions;
import io.albumen.photo.testing.Photographer;
import io.albumen.photo.testing.Photographer.LocalFile;
import io.albumen.photo.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Stack
class VersionTest {
  private static final MediaLibrary.Result RESULT =
      new MediaLibrary.Result(
          MediaFormat.Kind.PHOTO,
          null,
          Findings.NONE,
          List.of(new Rendition("preview.webp", "image/webp", 10, 10, 10)));

  @Inject MediaLibrary library;
  @Inject MediaVersions versions;

  private final Photographer ada = Photographer.stranger();
  private final Photographer bob = Photographer.stranger();
  private final LocalFile first = LocalFile.photo("first.jpg");
  private final LocalFile second = LocalFile.photo("second.jpg");

  @Test
  void keepsEveryOriginalAndGoesBackToAny() {
    var media = ready(first);

    assertThat(ada.replace(media, second).getString("results[0].mediaId"))
        .isEqualTo(media.toString());
    assertThat(item(media).getString("name")).isEqualTo("first.jpg");
    assertThat(list(media).getList("items.pending")).containsExactly(true, false);
    settle(media);

    assertThat(item(media).getString("sha256")).isEqualTo(second.sha256());
    assertThat(item(media).getList("renditions")).hasSize(1);
    assertThat(list(media).getList("items.current")).containsExactly(true, false);
    assertThat(usage()).isEqualTo(first.bytes().length + second.bytes().length);

    restore(ada, media, 1).statusCode(200);
    settle(media);

    assertThat(item(media).getInt("version")).isEqualTo(3);
    assertThat(item(media).getString("sha256")).isEqualTo(first.sha256());
    assertThat(list(media).getList("items.version")).containsExactly(3, 2, 1);
    assertThat(usage()).isEqualTo(first.bytes().length + second.bytes().length);
  }

  @Test
  void staysAsItWasWhenItsNewOriginalIsRefused() {
    var media = ready(first);
    ada.replace(media, second);

    var pending = versions.findPending(ada.id(), new MediaId(media)).orElseThrow();
    versions.reject(pending, new Fault("media-corrupt", "second.jpg is damaged"));

    assertThat(item(media).getString("state")).isEqualTo("READY");
    assertThat(item(media).getString("sha256")).isEqualTo(first.sha256());
    assertThat(list(media).getList("items")).hasSize(1);
    assertThat(usage()).isEqualTo(first.bytes().length);
  }

  @Test
  void takesOneNewVersionAtATime() {
    var media = ready(first);
    ada.replace(media, second);

    var third = ada.replace(media, LocalFile.photo("third.jpg"));

    assertThat(third.getString("results[0].problem.code")).isEqualTo("version-in-progress");
    restore(ada, media, 1).statusCode(409);
  }

  @Test
  void attack10AnothersItemIsReplacedByNobody() {
    var media = ready(first);

    var minted = bob.announceVersion(media, second);

    assertThat(minted.getString("results[0].problem.code")).isEqualTo("media-not-found");
    restore(bob, media, 1).statusCode(404);
    bob.request().get("/api/v1/media/{0}/versions", media).then().statusCode(404);
    restore(ada, media, 7).statusCode(404).body("code", equalTo("version-not-found"));
  }

  private UUID ready(LocalFile file) {
    var media = ada.upload(file);
    library.becomeReady(ada.id(), new MediaId(media), RESULT);
    return media;
  }

  private void settle(UUID media) {
    var pending = versions.findPending(ada.id(), new MediaId(media)).orElseThrow();
    assertThat(versions.becomeCurrent(pending, RESULT)).isTrue();
  }

  private static ValidatableResponse restore(Photographer user, UUID media, int number) {
    return user.request().post("/api/v1/media/{0}/versions/{1}/restore", media, number).then();
  }

  private JsonPath item(UUID media) {
    return ada.get("/api/v1/media/{0}", media);
  }

  private JsonPath list(UUID media) {
    return ada.get("/api/v1/media/{0}/versions", media);
  }

  private long usage() {
    return ada.get("/api/v1/usage").getLong("storageBytes");
  }
}
