package io.albumen.photo.processing;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.photo.database.Database;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.testing.Beans;
import io.albumen.photo.testing.Photographer;
import io.albumen.photo.testing.Photographer.LocalFile;
import io.albumen.photo.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Halves are made by a quick engine that tells them apart by their names. */
@QuarkusTest
@Stack
class LivePhotosTest {
  private static final String CONTENT_ID = "0F3E7A64-0000-4B2C-8A3D-7C2B1A5F9E11";
  private static final RenditionMaker MAKER =
      (original, type, name, directory) ->
          name.endsWith(".MOV")
              ? Made.film(directory, CONTENT_ID)
              : Made.photo(directory, CONTENT_ID);

  @Inject Database database;
  private final Photographer ada = Photographer.stranger();

  @Test
  void pairsAFilmThatComesAfterItsPhoto() {
    var photo = upload(ada, "IMG_1.HEIC");
    var film = upload(ada, "IMG_1.MOV");
    process(ada, photo);
    assertThat(ada.get("/api/v1/media/{0}", photo).getMap("livePhoto")).isNull();

    process(ada, film);

    assertPaired(ada, photo, film);
  }

  @Test
  void pairsAPhotoThatComesAfterItsFilm() {
    var photo = upload(ada, "IMG_1.HEIC");
    var film = upload(ada, "IMG_1.MOV");
    process(ada, film);
    assertThat(count(ada)).isEqualTo(2);

    process(ada, photo);

    assertPaired(ada, photo, film);
  }

  @Test
  void pairsHalvesThatAreReadyAtTheSameTime() throws Exception {
    for (var round = 0; round < 5; round++) {
      var eve = Photographer.stranger();
      var photo = upload(eve, "IMG_1.HEIC");
      var film = upload(eve, "IMG_1.MOV");
      var both = new CountDownLatch(2);
      Function<UUID, Callable<UUID>> work =
          half ->
              () -> {
                both.countDown();
                both.await();
                process(eve, half);
                return half;
              };
      try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var half : workers.invokeAll(List.of(work.apply(photo), work.apply(film)))) {
          half.get();
        }
      }

      assertPaired(eve, photo, film);
    }
  }

  @Test
  void leavesASecondFilmAndAStrangersPhotoAlone() {
    var bob = Photographer.stranger();
    var photo = upload(ada, "IMG_1.HEIC");
    var film = upload(ada, "IMG_1.MOV");
    var second = upload(ada, "copy.MOV");
    var bobs = upload(bob, "IMG_1.HEIC");
    for (var mine : List.of(photo, film, second)) {
      process(ada, mine);
    }

    process(bob, bobs);

    assertThat(ada.get("/api/v1/media/{0}", photo).getString("livePhoto.videoId"))
        .isEqualTo(film.toString());
    assertThat(count(ada)).isEqualTo(2);
    assertThat(bob.get("/api/v1/media/{0}", bobs).getMap("livePhoto")).isNull();
  }

  @Test
  void leavesAFilmAloneThatWasThrownAwayBeforeItWasReady() {
    var photo = upload(ada, "IMG_1.HEIC");
    var film = upload(ada, "IMG_1.MOV");
    process(ada, photo);
    ada.request().body(Map.of("ids", List.of(film))).delete("/api/v1/media").then().statusCode(200);

    process(ada, film);

    assertThat(ada.get("/api/v1/media/{0}", photo).getMap("livePhoto")).isNull();
    assertThat(ada.get("/api/v1/trash").getList("id")).containsExactly(film.toString());
  }

  private void assertPaired(Photographer owner, UUID photo, UUID film) {
    assertThat(owner.get("/api/v1/media/{0}", photo).getMap("livePhoto"))
        .isEqualTo(Map.of("videoId", film.toString()));
    assertThat(owner.get("/api/v1/timeline/buckets/2020-12").getList("id"))
        .containsExactly(photo.toString());
    assertThat(count(owner)).isEqualTo(1);
    assertThat(filmsOf(owner, photo)).containsExactly(film);
  }

  private List<UUID> filmsOf(Photographer owner, UUID photo) {
    return database.inTransaction(
        transaction ->
            transaction.query(
                "select id from media where owner_id = ? and live_photo_of = ?",
                row -> row.uuid("id"),
                owner.id().value(),
                photo));
  }

  private static int count(Photographer owner) {
    return owner.get("/api/v1/timeline/buckets").getList("count", Integer.class).stream()
        .mapToInt(Integer::intValue)
        .sum();
  }

  private static UUID upload(Photographer owner, String name) {
    return owner.upload(LocalFile.photo(name));
  }

  private static void process(Photographer owner, UUID media) {
    var production = Beans.make(Production.class, MAKER);
    Beans.make(ProcessingService.class, production).process(owner.id(), new MediaId(media));
  }
}
