package io.albumen.photo.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.photo.account.Accounts;
import io.albumen.photo.database.Database;
import io.albumen.photo.testing.Photographer;
import io.albumen.photo.testing.Photographer.LocalFile;
import io.albumen.photo.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quota is the sum of what is there and what is on its way, whatever happens in which order. */
@QuarkusTest
@Stack
class QuotaSumTest {
  @Inject UploadSweeper sweeper;
  @Inject Database database;
  @Inject Accounts accounts;

  private final Photographer ada = Photographer.stranger();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void isTheSumOfLiveRowsInWhateverOrderThingsHappen(long seed) throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      var workers =
          IntStream.range(0, 4)
              .<Callable<Boolean>>mapToObj(
                  i ->
                      () -> {
                        live(new Random(seed * 100 + i));
                        return true;
                      })
              .toList();
      for (var worker : threads.invokeAll(workers)) {
        worker.get();
      }
    }
    assertSums();

    database.transact(
        transaction ->
            transaction.update(
                "update uploads set due_at = now() where owner_id = ?", ada.id().value()));
    sweeper.sweep();

    assertSums();
    assertThat(ada.get("/api/v1/usage").getLong("today.reservedBytes")).isZero();
  }

  private void live(Random random) {
    for (var i = 0; i < 8; i++) {
      var file = random.nextInt(4) == 0 ? damaged() : LocalFile.photo("a.jpg");
      var minted = ada.mint(file);
      var id = minted.getString("results[0].uploadId");
      if (random.nextBoolean()) {
        Photographer.put(minted, 0, file.bytes());
      }
      switch (random.nextInt(4)) {
        case 0 -> ada.request().delete("/api/v1/uploads/{0}", id);
        case 1 -> expire(id);
        default -> ada.complete(id, id);
      }
      if (random.nextInt(3) == 0) {
        sweeper.sweep();
      }
    }
  }

  /** What it holds is no photo. */
  private static LocalFile damaged() {
    var text = "<html>" + UUID.randomUUID();
    return new LocalFile("b.jpg", "image/jpeg", text.getBytes(StandardCharsets.UTF_8));
  }

  private void expire(String upload) {
    database.transact(
        transaction ->
            transaction.update(
                "update uploads set due_at = now() where owner_id = ? and id = ?",
                ada.id().value(),
                UUID.fromString(upload)));
  }

  private void assertSums() {
    assertThat(number("select reserved_bytes as n from accounts where id = ?"))
        .isEqualTo(
            number(
                "select coalesce(sum(size_bytes), 0)::bigint as n from uploads"
                    + " where owner_id = ? and state <> 'COMPLETED'"));
    assertThat(number("select storage_bytes as n from accounts where id = ?"))
        .isEqualTo(
            number(
                "select coalesce(sum(size_bytes), 0)::bigint as n from media_versions"
                    + " where owner_id = ?"));
    assertThat(number("select day_used_bytes + day_reserved_bytes as n from accounts where id = ?"))
        .isEqualTo(number("select storage_bytes + reserved_bytes as n from accounts where id = ?"));
  }

  private long number(String sql) {
    return database.inTransaction(
        transaction -> transaction.query(sql, row -> row.number("n"), ada.id().value()).getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Asia/Kathmandu", "America/St_Johns", "Pacific/Kiritimati"})
  void attack33FiftyRacingAtTheirMidnightGetNoMoreThanTheNewDayHas(String zone) throws Exception {
    accounts.changeTimeZone(ada.id(), ZoneId.of(zone), Instant.now());
    database.transact(
        transaction ->
            transaction.update(
                """
                update accounts set quota_bytes = ?, day_used_bytes = ?,
                  day_resets_at = now() - interval '1 millisecond'
                where id = ?
                """,
                1L << 40,
                20L << 30,
                ada.id().value()));

    try (var threads = Executors.newFixedThreadPool(10)) {
      var race = IntStream.range(0, 50).<Callable<String>>mapToObj(i -> this::mintLargest).toList();
      var answers = threads.invokeAll(race).stream().map(answer -> answer.resultNow()).toList();

      assertThat(answers).filteredOn("ACCEPTED"::equals).hasSize(4); // of 5 GiB, in 20 GiB a day
      assertThat(answers).filteredOn("daily-limit-exceeded"::equals).hasSize(46);
    }
    var resetsAt = Instant.parse(ada.get("/api/v1/usage").getString("today.resetsAt"));
    assertThat(resetsAt.atZone(ZoneId.of(zone)).toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
    assertThat(resetsAt).isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(36)));
  }

  /** Looked at after each of their steps, by each of them. */
  @ParameterizedTest
  @ValueSource(strings = {"quota", "day"})
  void attack33FiftyWhoComeAndGoNeverHoldMoreThanThereIs(String limit) throws Exception {
    ada.get("/api/v1/usage");
    var file = LocalFile.photo("a.jpg").bytes().length;
    var room = 3L * file;
    database.transact(
        transaction ->
            transaction.update(
                "update accounts set quota_bytes = ?, day_used_bytes = ? where id = ?",
                limit.equals("quota") ? room : 1L << 40,
                limit.equals("quota") ? 0 : (20L << 30) - room,
                ada.id().value()));
    var held =
        limit.equals("quota")
            ? "select storage_bytes + reserved_bytes as n from accounts where id = ?"
            : "select day_used_bytes + day_reserved_bytes - (20::bigint << 30) + %d as n from accounts where id = ?"
                .formatted(room);

    try (var threads = Executors.newFixedThreadPool(10)) {
      var race =
          IntStream.range(0, 50)
              .<Callable<Long>>mapToObj(
                  i ->
                      () -> {
                        comeAndGo(new Random(i));
                        return number(held);
                      })
              .toList();
      for (var seen : threads.invokeAll(race)) {
        assertThat(seen.get()).isBetween(0L, room);
      }
    }

    database.transact(
        transaction ->
            transaction.update(
                "update uploads set due_at = now() where owner_id = ? and state <> 'COMPLETED'",
                ada.id().value()));
    sweeper.sweep();
    assertThat(ada.get("/api/v1/usage").getLong("today.reservedBytes")).isZero();
    assertThat(number(held)).isEqualTo(ada.get("/api/v1/usage").getLong("storageBytes"));
  }

  /** Comes to an end, is given up, or turns out to be no photo, and is swept. */
  private void comeAndGo(Random random) {
    var file = random.nextInt(3) == 0 ? damaged() : LocalFile.photo("a.jpg");
    var minted = ada.mint(file);
    var id = minted.getString("results[0].uploadId");
    if (id == null) {
      return;
    }
    Photographer.put(minted, 0, file.bytes());
    if (random.nextInt(4) == 0) {
      ada.request().delete("/api/v1/uploads/{0}", id);
    } else {
      ada.complete(id);
    }
    if (random.nextBoolean()) {
      expire(id);
      sweeper.sweep();
    }
  }

  private String mintLargest() {
    var file =
        Map.of(
            "clientId", "1",
            "name", "film.mp4",
            "contentType", "video/mp4",
            "size", 5L << 30,
            "sha256", LocalFile.photo("unique").sha256());
    var minted =
        ada.request().body(Map.of("files", List.of(file))).post("/api/v1/uploads").jsonPath();
    var problem = minted.getString("results[0].problem.code");
    return problem == null ? minted.getString("results[0].status") : problem;
  }
}
