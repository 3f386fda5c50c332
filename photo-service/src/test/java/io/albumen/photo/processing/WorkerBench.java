package io.albumen.photo.processing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.albumen.common.UserId;
import io.albumen.common.messaging.QueueWorker;
import io.albumen.photo.database.Database;
import io.albumen.photo.testing.Photographer;
import io.albumen.photo.testing.Photographer.LocalFile;
import io.albumen.photo.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The worker as a whole against the engine alone, by turns, on the same photos; begun by {@code
 * bench/run worker} and no test. Photos are copies of the samples that differ in their last bytes.
 */
@QuarkusTest
@Stack
class WorkerBench {
  private static final int SAMPLES = 8;
  private static final double TICKS_PER_SECOND = 100;

  @Inject ProcessingCommands commands;
  @Inject ProcessingConfig config;
  @Inject RenditionMaker maker;
  @Inject Database database;
  @Inject SqsClient sqs;
  @TempDir Path folder;

  /** Photos per second, and processor seconds for one of this process and its engines. */
  private record Measure(double perSecond, double cpuSeconds) {}

  @Test
  void compare() throws Exception {
    var samples = samples();
    var alone = new ArrayList<Measure>();
    var whole = new ArrayList<Measure>();
    engineAlone(samples); // warms up
    worker(samples);
    for (var round = 0; round < Integer.getInteger("bench.rounds", 3); round++) {
      alone.add(engineAlone(samples));
      whole.add(worker(samples));
    }
    var table = table(alone, whole);
    Files.writeString(Path.of(System.getProperty("bench.table", "target/worker.md")), table);
  }

  private static String table(List<Measure> alone, List<Measure> whole) {
    var table =
        new StringBuilder(
            """
            | round | engine alone, photos/s (CPU s a photo) | worker, photos/s (CPU s a photo) | ratio of photos/s | of CPU |
            |---|---|---|---|---|
            """);
    for (var round = 0; round < alone.size(); round++) {
      var engine = alone.get(round);
      var worker = whole.get(round);
      table.append(
          "| %d | %.2f (%.2f) | %.2f (%.2f) | **%.2f** | **%.2f** |%n"
              .formatted(
                  round + 1,
                  engine.perSecond(),
                  engine.cpuSeconds(),
                  worker.perSecond(),
                  worker.cpuSeconds(),
                  worker.perSecond() / engine.perSecond(),
                  engine.cpuSeconds() / worker.cpuSeconds()));
    }
    return table.toString();
  }

  private Measure engineAlone(List<Path> samples) throws Exception {
    var photos = copies(samples);
    var work = new ArrayList<Callable<Path>>();
    for (var photo : photos) {
      var file = Files.write(folder.resolve(UUID.randomUUID() + ".jpg"), photo.bytes());
      work.add(() -> make(file));
    }
    return measure(
        photos.size(),
        () -> {
          try (var engines = Executors.newFixedThreadPool(config.engines())) {
            for (var made : engines.invokeAll(work)) {
              made.get();
            }
          }
        });
  }

  private Path make(Path file) throws IOException {
    try (var directory = WorkDirectory.create(config.directory())) {
      var _ = maker.make(file, "image/jpeg", "photo.jpg", directory.newDirectory("renditions"));
    }
    Files.delete(file);
    return file;
  }

  private Measure worker(List<Path> samples) throws Exception {
    var ada = Photographer.stranger();
    var photos = copies(samples);
    photos.forEach(ada::upload);
    awaitNone("select count(*) as left_over from outbox where owner_id = ?", ada.id());
    var options = new QueueWorker.Options(config.queue(), config.concurrency());
    try (var worker = new QueueWorker(sqs, options, commands::process)) {
      return measure(
          photos.size(),
          () -> {
            worker.start();
            awaitNone(
                """
                select count(*) as left_over from media
                where owner_id = ? and state = 'PROCESSING'
                """,
                ada.id());
          });
    }
  }

  private void awaitNone(String sql, UserId owner) {
    while (left(sql, owner) > 0) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private long left(String sql, UserId owner) {
    return database.inTransaction(
        transaction ->
            transaction.query(sql, row -> row.number("left_over"), owner.value()).getFirst());
  }

  private interface Work {
    void run() throws Exception;
  }

  private static Measure measure(int photos, Work work) throws Exception {
    var cpu = cpuSeconds();
    var begun = System.nanoTime();
    work.run();
    var seconds = (System.nanoTime() - begun) / 1e9;
    return new Measure(photos / seconds, (cpuSeconds() - cpu) / photos);
  }

  /** Of this process and the children it has waited for; fields 14 to 17 of proc(5)'s stat. */
  private static double cpuSeconds() throws IOException {
    var stat = Files.readString(Path.of("/proc/self/stat"));
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Arrays.stream(fields, 11, 15).mapToLong(Long::parseLong).sum() / TICKS_PER_SECOND;
  }

  private static List<LocalFile> copies(List<Path> samples) throws IOException {
    var copies = new ArrayList<LocalFile>();
    for (var copy = 0; copy < Integer.getInteger("bench.copies", 4); copy++) {
      for (var sample : samples) {
        var bytes = Files.readAllBytes(sample);
        var unique = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        var copied = Arrays.copyOf(bytes, bytes.length + unique.length);
        System.arraycopy(unique, 0, copied, bytes.length, unique.length);
        copies.add(new LocalFile("photo-%d.jpg".formatted(copy), "image/jpeg", copied));
      }
    }
    return copies;
  }

  private static List<Path> samples() {
    var samples = System.getenv("ALBUMEN_SAMPLES");
    assumeTrue(samples != null, "no samples");
    return IntStream.rangeClosed(1, SAMPLES)
        .mapToObj(number -> Path.of(samples, "photo-%d.jpg".formatted(number)))
        .toList();
  }
}
