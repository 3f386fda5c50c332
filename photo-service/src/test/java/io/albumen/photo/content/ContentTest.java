package io.albumen.photo.content;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.albumen.common.testing.TestTokens;
import io.albumen.photo.testing.Photographer;
import io.albumen.photo.testing.Photographer.LocalFile;
import io.albumen.photo.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Stack
class ContentTest {
  private final Photographer ada = Photographer.stranger();
  private final Photographer bob = Photographer.stranger();
  private final LocalFile file = LocalFile.photo("../<img src=x>.jpg");

  @Test
  void hidesAnItemFromEveryoneButItsOwner() {
    var media = ada.upload(file);

    for (var path : List.of("/api/v1/media/{0}", "/api/v1/media/{0}/content?variant=original")) {
      bob.request()
          .get(path, media)
          .then()
          .statusCode(404)
          .body("code", equalTo("media-not-found"));
    }
    assertThat(bob.get("/api/v1/media?ids={0}", media).getList("items")).isEmpty();
    assertThat(ada.get("/api/v1/media?ids={0}", media).getList("items.id")).hasSize(1);
  }

  @Test
  void attack27ServesOriginalsAsAttachments() {
    var media = ada.upload(file);

    var link = ada.get("/api/v1/media/{0}/content?variant=original&download=true", media);
    var served = Photographer.open(link.getString("url"));

    assertThat(served.statusCode()).isEqualTo(200);
    assertThat(served.body()).isEqualTo(file.bytes());
    assertThat(served.headers().firstValue("Content-Type")).hasValue("image/jpeg");
    assertThat(served.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=\"<img src=x>.jpg\"");
  }

  @Test
  void sendsBrowsersToTheUrl() {
    var media = ada.upload(file);

    given()
        .auth()
        .oauth2(TestTokens.access(ada.id()))
        .redirects()
        .follow(false)
        .accept("image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5")
        .get("/api/v1/media/{0}/content?variant=original", media)
        .then()
        .statusCode(307);
  }

  @Test
  void tellsWhichVariantsThereAre() {
    var media = ada.upload(file);

    ada.request()
        .get("/api/v1/media/{0}/content?variant=secret", media)
        .then()
        .statusCode(400)
        .body("errors[0].path", equalTo("variant"));
    ada.request()
        .get("/api/v1/media/{0}/content?variant=preview", media)
        .then()
        .statusCode(404)
        .body("code", equalTo("variant-not-found"));
  }

  @Test
  void refusesIdsThatAreNone() {
    ada.request().get("/api/v1/media?ids=a,b").then().statusCode(400);
    ada.request().get("/api/v1/media").then().statusCode(400);
    ada.request().get("/api/v1/media/nonsense").then().statusCode(404);
  }

  @Test
  void authorisesSourcesForTheUserOfTheCall() {
    var own = ada.upload(file);
    var foreign = bob.upload(LocalFile.photo("b.jpg"));

    var sources =
        given()
            .auth()
            .oauth2(TestTokens.service("video-service", "photo-service", ada.id()))
            .contentType(ContentType.JSON)
            .body(Map.of("mediaIds", List.of(foreign, own, UUID.randomUUID())))
            .post("/internal/media/sources")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    assertThat(sources.getList("sources.status")).containsExactly("FAILED", "OK", "FAILED");
    assertThat(sources.getString("sources[0].problem.code")).isEqualTo("media-not-found");
    assertThat(sources.getString("sources[1].sha256")).isEqualTo(file.sha256());
    assertThat(Photographer.open(sources.getString("sources[1].url")).body())
        .isEqualTo(file.bytes());
  }

  @Test
  void answersSourcesToNobodyElse() {
    var body = Map.of("mediaIds", List.of(UUID.randomUUID()));

    given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/internal/media/sources")
        .then()
        .statusCode(401);
    ada.request().body(body).post("/internal/media/sources").then().statusCode(401);
  }
}
