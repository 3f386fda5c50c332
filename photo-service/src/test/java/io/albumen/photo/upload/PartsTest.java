package io.albumen.photo.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.albumen.photo.database.Database;
import io.albumen.photo.disposal.DisposalSweeper;
import io.albumen.photo.testing.LargeFile;
import io.albumen.photo.testing.Photographer;
import io.albumen.photo.testing.Stack;
import io.albumen.photo.testing.Traces;
import io.albumen.photo.upload.announcement.UploadId;
import io.albumen.photo.upload.announcement.UploadRepository.Due;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Stack
class PartsTest {
  @Inject UploadSweeper sweeper;
  @Inject DisposalSweeper disposal;
  @Inject Database database;
  @Inject Traces traces;

  private final Photographer ada = Photographer.stranger();
  private final Photographer bob = Photographer.stranger();
  private final LargeFile film = LargeFile.film("film.mp4");

  @Test
  void attack31PartsThatMissAreToldOfAndComeInAnyOrder() {
    var minted = ada.mint(film.file());
    assertThat(minted.getString("results[0].put")).isNull();
    assertThat(minted.getLong("results[0].multipart.partSize")).isEqualTo(LargeFile.PART);
    assertThat(minted.getInt("results[0].multipart.partCount")).isEqualTo(3);
    var id = minted.getString("results[0].uploadId");
    film.send(ada, id, 1, 3);

    assertThat(ada.complete(id).getString("results[0].problem.code"))
        .isEqualTo("upload-incomplete");
    var renewed = ada.request().post("/api/v1/uploads/{0}/renew", id).jsonPath();
    assertThat(renewed.getList("multipart.parts.number")).containsExactly(1, 3);
    assertThat(renewed.getList("multipart.parts.sha256"))
        .containsExactly(film.sha256(1), film.sha256(3));
    film.send(ada, id, 2);

    assertThat(ada.complete(id).getString("results[0].state")).isEqualTo("PROCESSING");
    assertThat(ada.get("/api/v1/usage").getLong("storageBytes"))
        .isEqualTo(film.file().bytes().length);
    assertThat(ada.get("/api/v1/usage").getLong("today.reservedBytes")).isZero();
  }

  @Test
  void keepsThePartsOfWhatIsRenewedWhileItIsSwept() {
    var id = ada.mint(film.file()).getString("results[0].uploadId");
    film.send(ada, id, 1, 3);
    var due = new Due(ada.id(), UploadId.fromString(id));
    expire(id);
    ada.request().post("/api/v1/uploads/{0}/renew", id).then().statusCode(200);

    sweeper.clear(due);

    var renewed = ada.request().post("/api/v1/uploads/{0}/renew", id).jsonPath();
    assertThat(renewed.getList("multipart.parts.number")).containsExactly(1, 3);
  }

  @Test
  void attack26PartsOfOtherBytesAreRefused() {
    var id = ada.mint(film.file()).getString("results[0].uploadId");
    var url = film.presign(ada, id, 1);
    Map<String, String> headers = url.getMap("parts[0].headers");
    var part = film.part(1);
    part[0]++;

    assertThat(Photographer.put(url.getString("parts[0].url"), headers, part)).isEqualTo(400);
    assertThat(Photographer.put(url.getString("parts[0].url"), headers, film.part(3)))
        .isEqualTo(403);
    assertThat(
            ada.request()
                .post("/api/v1/uploads/{0}/renew", id)
                .jsonPath()
                .getList("multipart.parts"))
        .isEmpty();
  }

  @Test
  void attack29AnothersPartsAreOutOfReach() {
    var id = ada.mint(film.file()).getString("results[0].uploadId");
    film.send(ada, id, 1, 2, 3);

    film.tryToPresign(bob, id, 1).then().statusCode(404);
    assertThat(bob.complete(id).getString("results[0].problem.code")).isEqualTo("upload-not-found");
    bob.request().post("/api/v1/uploads/{0}/renew", id).then().statusCode(404);
    bob.request().delete("/api/v1/uploads/{0}", id).then().statusCode(404);
    assertThat(ada.complete(id).getString("results[0].status")).isEqualTo("OK");
  }

  @Test
  void attack29AnothersMultipartIdIsNotTakenUnderOnesOwnSignature() {
    var foreign = ada.mint(film.file()).getString("results[0].uploadId");
    var own = bob.mint(film.file()).getString("results[0].uploadId");
    var victim = URI.create(film.presign(ada, foreign, 1).getString("parts[0].url"));
    var minted = film.presign(bob, own, 1);
    var url = URI.create(minted.getString("parts[0].url"));
    Map<String, String> headers = minted.getMap("parts[0].headers");

    var otherId = url.toString().replace(parameter(url, "uploadId"), parameter(victim, "uploadId"));
    var otherKey = url.toString().replace(url.getRawPath(), victim.getRawPath());

    for (var forged : List.of(otherId, otherKey)) {
      assertThat(forged).isNotEqualTo(url.toString());
      assertThat(Photographer.put(forged, headers, film.part(1))).isEqualTo(403);
    }
    var renewed = ada.request().post("/api/v1/uploads/{0}/renew", foreign).jsonPath();
    assertThat(renewed.getList("multipart.parts")).isEmpty();
  }

  private static String parameter(URI url, String name) {
    return Arrays.stream(url.getRawQuery().split("&"))
        .filter(parameter -> parameter.startsWith(name + "="))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void attack31PartsThatAreTooSmallOrEmptyAreRefused() {
    var id = ada.mint(film.file()).getString("results[0].uploadId");
    var minted = film.presign(ada, id, 1);
    Map<String, String> headers = minted.getMap("parts[0].headers");

    for (var length : List.of(0, 1, LargeFile.PART - 1)) {
      assertThat(Photographer.put(minted.getString("parts[0].url"), headers, new byte[length]))
          .isIn(400, 403);
    }
    film.send(ada, id, 2, 3);
    assertThat(ada.complete(id).getString("results[0].problem.code"))
        .isEqualTo("upload-incomplete");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 4, 10_001, Integer.MAX_VALUE})
  void attack31PartsThatThereAreNoneOfGetNoUrl(int number) {
    var id = ada.mint(film.file()).getString("results[0].uploadId");

    presign(id, List.of(Map.of("number", number, "sha256", film.sha256(1))))
        .statusCode(400)
        .body("code", equalTo("bad-part"));
    presign(id, List.of(Map.of("number", 1, "sha256", "x")))
        .statusCode(400)
        .body("code", equalTo("bad-part"));
  }

  @Test
  void givesNoMoreThanAHundredUrlsAtOnce() {
    var id = ada.mint(film.file()).getString("results[0].uploadId");
    var part = Map.of("number", 1, "sha256", film.sha256(1));

    presign(id, Collections.nCopies(100, part)).statusCode(200);
    presign(id, Collections.nCopies(101, part)).statusCode(400);
    presign(id, List.of()).statusCode(400);
  }

  private ValidatableResponse presign(String id, List<?> parts) {
    return ada.request().body(Map.of("parts", parts)).post("/api/v1/uploads/{0}/parts", id).then();
  }

  @Test
  void cutsNothingThatGoesUpWhole() {
    var id = ada.mint(Photographer.LocalFile.photo("a.jpg")).getString("results[0].uploadId");

    presign(id, List.of(Map.of("number", 1, "sha256", film.sha256(1))))
        .statusCode(409)
        .body("code", equalTo("upload-not-in-parts"));
  }

  @Test
  void attack30And31CompletedTwiceAndThenGivenUpItStaysOne() {
    var id = ada.mint(film.file()).getString("results[0].uploadId");
    film.send(ada, id, 1, 2, 3);
    var late = film.presign(ada, id, 1);

    var media = ada.complete(Collections.nCopies(10, id).toArray()).getList("results.mediaId");

    assertThat(media).hasSize(10).containsOnly(ada.complete(id).getString("results[0].mediaId"));
    ada.request().delete("/api/v1/uploads/{0}", id).then().statusCode(409);
    Map<String, String> headers = late.getMap("parts[0].headers");
    assertThat(Photographer.put(late.getString("parts[0].url"), headers, film.part(1)))
        .isEqualTo(404);
    assertThat(ada.get("/api/v1/usage").getLong("storageBytes"))
        .isEqualTo(film.file().bytes().length);
  }

  @Test
  void isNoDuplicatesTargetBeforeItWasHashed() {
    var id = ada.mint(film.file()).getString("results[0].uploadId");
    film.send(ada, id, 1, 2, 3);
    ada.complete(id);

    assertThat(ada.mint(film.file()).getString("results[0].status")).isEqualTo("ACCEPTED");
  }

  @Test
  void attack32AnEndlessUploadLeavesNothing() {
    var minted = ada.mint(film.file());
    var id = minted.getString("results[0].uploadId");
    film.send(ada, id, 1);
    assertThat(traces.objects(ada.id(), traces.libraryKey(ada.id()))).isNotEmpty();
    expire(id);

    sweeper.sweep();
    disposal.sweep();

    assertThat(traces.objects(ada.id(), traces.libraryKey(ada.id()))).isEmpty();
    assertThat(ada.get("/api/v1/usage").getLong("today.reservedBytes")).isZero();
  }

  @Test
  void beginsOnceHoweverManyAskAtOnce() {
    var id = ada.mint(film.file()).getString("results[0].uploadId");

    IntStream.range(0, 8).parallel().forEach(i -> film.presign(ada, id, 1));

    assertThat(traces.objects(ada.id(), traces.libraryKey(ada.id()))).hasSize(1);
  }

  private void expire(String upload) {
    database.transact(
        transaction ->
            transaction.update(
                "update uploads set due_at = now() - interval '1 second'"
                    + " where owner_id = ? and id = ?",
                ada.id().value(),
                UUID.fromString(upload)));
  }
}
