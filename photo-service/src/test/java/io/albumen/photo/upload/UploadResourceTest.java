package io.albumen.photo.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.albumen.photo.testing.Photographer;
import io.albumen.photo.testing.Photographer.LocalFile;
import io.albumen.photo.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Stack
class UploadResourceTest {
  private final Photographer ada = Photographer.stranger();
  private final Photographer bob = Photographer.stranger();

  @Test
  void judgesEachFileOfABatchByItself() {
    var known = LocalFile.photo("known.jpg");
    ada.upload(known);

    var minted =
        ada.mint(
            LocalFile.photo("good.jpg"),
            new LocalFile("empty.jpg", "image/jpeg", new byte[0]),
            new LocalFile(
                "drawing.svg", "image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8)),
            known);

    assertThat(minted.getList("results.status"))
        .containsExactly("ACCEPTED", "REJECTED", "REJECTED", "DUPLICATE");
    assertThat(minted.getString("results[1].problem.detail")).contains("empty.jpg");
    assertThat(minted.getString("results[2].problem.code")).isEqualTo("type-not-taken");
  }

  @Test
  void refusesTheFiftyFirstFile() {
    var files =
        IntStream.range(0, 51)
            .mapToObj(
                i ->
                    Map.of(
                        "clientId",
                        "" + i,
                        "name",
                        "a",
                        "contentType",
                        "image/jpeg",
                        "size",
                        1,
                        "sha256",
                        ""))
            .toList();

    ada.request()
        .body(Map.of("files", files))
        .post("/api/v1/uploads")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.path", hasItem("files"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{}",
        "{\"files\":[]}",
        "{\"files\":[null]}",
        "{\"files\":[{}]}",
        "{\"files\":[{\"clientId\":\"a\",\"name\":\"a\",\"contentType\":\"image/jpeg\",\"size\":\"1\",\"sha256\":\"\"}]}",
        "{\"files\":[{\"clientId\":1,\"name\":\"a\",\"contentType\":\"image/jpeg\",\"size\":1,\"sha256\":\"\"}]}",
        "{\"files\":[{\"clientId\":\"a\",\"name\":\"a\",\"contentType\":\"image/jpeg\",\"size\":1.5,\"sha256\":\"\"}]}"
      })
  void answersBadBodiesWithTheirFaults(String body) {
    ada.request()
        .body(body)
        .post("/api/v1/uploads")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.size()", greaterThan(0));
  }

  @Test
  void asksWhoCalls() {
    given()
        .contentType("application/json")
        .body("{}")
        .post("/api/v1/uploads")
        .then()
        .statusCode(401);
  }

  @Test
  void waitsForBytesThatAreNotThere() {
    var file = LocalFile.photo("a.jpg");
    var minted = ada.mint(file);
    var id = minted.getString("results[0].uploadId");

    assertThat(ada.complete(id).getString("results[0].problem.code"))
        .isEqualTo("upload-incomplete");

    Photographer.put(minted, 0, file.bytes());
    assertThat(ada.complete(id).getString("results[0].status")).isEqualTo("OK");
  }

  @Test
  void makesOneItemOfTheSameBytesUnderTwoTypes() {
    var photo = LocalFile.photo("a.jpg");
    var first = ada.send(photo);
    var second = ada.send(new LocalFile("b.jpg", "image/png", photo.bytes()));

    var completed = ada.complete(first, second);

    assertThat(completed.getString("results[0].mediaId"))
        .isEqualTo(completed.getString("results[1].mediaId"));
    assertThat(ada.get("/api/v1/usage").getLong("storageBytes")).isEqualTo(photo.bytes().length);
  }

  @Test
  void knowsDuplicatesInOnesOwnLibraryOnly() {
    var file = LocalFile.photo("a.jpg");
    var media = ada.upload(file);

    assertThat(ada.mint(file).getString("results[0].mediaId")).isEqualTo(media.toString());
    assertThat(bob.mint(file).getString("results[0].status")).isEqualTo("ACCEPTED");
  }

  @Test
  void listsWhatIsUnfinishedPageByPage() {
    ada.mint(LocalFile.photo("1.jpg"), LocalFile.photo("2.jpg"), LocalFile.photo("3.jpg"));
    bob.mint(LocalFile.photo("b.jpg"));

    var first = ada.get("/api/v1/uploads?state=PENDING&limit=2");
    var second =
        ada.get("/api/v1/uploads?state=PENDING&limit=2&cursor={0}", first.getString("nextCursor"));

    assertThat(first.getList("items.name")).containsExactly("1.jpg", "2.jpg");
    assertThat(second.getList("items.name")).containsExactly("3.jpg");
    assertThat(second.getString("nextCursor")).isNull();
    bob.request()
        .get("/api/v1/uploads?state=PENDING&limit=2&cursor={0}", first.getString("nextCursor"))
        .then()
        .statusCode(400)
        .body("code", equalTo("bad-cursor"));
  }

  @Test
  void renewsOnlyWhatStillMisses() {
    var file = LocalFile.photo("a.jpg");
    var id = ada.mint(file).getString("results[0].uploadId");

    var renewed =
        ada.request()
            .post("/api/v1/uploads/{0}/renew", id)
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    Map<String, String> headers = renewed.getMap("put.headers");
    assertThat(Photographer.put(renewed.getString("put.url"), headers, file.bytes()))
        .isEqualTo(200);
    assertThat(ada.request().post("/api/v1/uploads/{0}/renew", id).jsonPath().getString("put.url"))
        .isNull();
    bob.request().post("/api/v1/uploads/{0}/renew", id).then().statusCode(404);
  }

  @Test
  void givesUpOnRequest() {
    var id = ada.send(LocalFile.photo("a.jpg"));

    bob.request().delete("/api/v1/uploads/{0}", id).then().statusCode(404);
    ada.request().delete("/api/v1/uploads/{0}", id).then().statusCode(204);
    ada.request().delete("/api/v1/uploads/{0}", id).then().statusCode(204);

    assertThat(ada.complete(id).getString("results[0].problem.code")).isEqualTo("upload-not-found");
    ada.request().get("/api/v1/uploads").then().body("items", hasSize(0));
  }
}
