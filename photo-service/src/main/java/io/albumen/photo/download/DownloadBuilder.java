package io.albumen.photo.download;

import io.albumen.photo.database.Database;
import io.albumen.photo.media.Fault;
import io.albumen.photo.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Builds downloads archive by archive, under a lease. Whoever takes one over begins with the first
 * archive that isn't whole, and first removes what was left of it; who has lost one leaves nothing.
 */
@ApplicationScoped
class DownloadBuilder {
  private static final Logger LOG = Logger.getLogger(DownloadBuilder.class);
  private static final Duration REPORTING = Duration.ofSeconds(1);
  private static final Fault GAVE_UP =
      new Fault("download-failed", "The archives could not be made; ask for them again");

  private final DownloadRepository downloads;
  private final DownloadService service;
  private final ArchiveWriter writer;
  private final ArchiveStore archives;
  private final ObjectStore objects;
  private final Database database;
  private final DownloadConfig config;
  private final Clock clock;

  DownloadBuilder(
      DownloadRepository downloads,
      DownloadService service,
      ArchiveWriter writer,
      ArchiveStore archives,
      ObjectStore objects,
      Database database,
      DownloadConfig config,
      Clock clock) {
    this.downloads = downloads;
    this.service = service;
    this.writer = writer;
    this.archives = archives;
    this.objects = objects;
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  /** It was called off, or another worker has it. */
  private static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** This process ends. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Builds the next download that waits.
   *
   * @param isStopping asked now and then; once it says so, the download is left to others
   * @return false when none waits
   */
  boolean buildNext(BooleanSupplier isStopping) {
    var lease = UUID.randomUUID();
    var now = clock.instant();
    var claimed =
        database.inTransaction(
            transaction -> downloads.claim(transaction, lease, now, now.plus(config.lease())));
    claimed.ifPresent(download -> new Build(download, lease, isStopping).run());
    return claimed.isPresent();
  }

  /** One worker's work on one download. */
  private final class Build implements ArchiveWriter.Progress {
    private final Download download;
    private final UUID lease;
    private final BooleanSupplier isStopping;
    private Instant reportedAt = Instant.EPOCH;
    private long doneBytes;

    Build(Download download, UUID lease, BooleanSupplier isStopping) {
      this.download = download;
      this.lease = lease;
      this.isStopping = isStopping;
    }

    void run() {
      try {
        if (download.attempts() > config.maxAttempts()) {
          fail();
        } else {
          build();
        }
      } catch (Lost lost) {
        LOG.infof("download lost owner=%s download=%s", download.owner(), download.id());
      } catch (Stopped stopped) {
        release(clock.instant());
      } catch (RuntimeException failure) {
        LOG.warnf(
            "download hindered owner=%s download=%s attempts=%d reason=%s",
            download.owner(), download.id(), download.attempts(), failure);
        release(clock.instant().plus(config.retryAfter()));
      }
    }

    private void build() {
      var whole = wholeParts();
      for (var number = 1; number <= download.partCount(); number++) {
        var part = number;
        var entries =
            database.inTransaction(
                transaction -> downloads.findEntries(transaction, download, part));
        if (whole.contains(part)) {
          doneBytes += entries.stream().mapToLong(ArchivePlan.Entry::sizeBytes).sum();
        } else {
          build(part, entries);
        }
      }
      becomeReady();
    }

    private List<Integer> wholeParts() {
      return database
          .inTransaction(
              transaction ->
                  downloads.findParts(
                      transaction, download.owner(), List.of(download.id().value())))
          .getOrDefault(download.id(), List.of())
          .stream()
          .map(Download.Part::number)
          .toList();
    }

    /** Each worker's archive has a place of its own, so that a late one removes nobody else's. */
    private void build(int number, List<ArchivePlan.Entry> entries) {
      var folder = DownloadService.folder(download) + number + "/";
      report();
      objects.deleteAll(folder);
      var own = folder + lease + "/";
      var stored = write(own + "archive.zip", entries);
      if (!keep(new Download.Part(number, stored.object(), stored.sizeBytes()))) {
        objects.deleteAll(own);
        throw new Lost();
      }
    }

    private ArchiveStore.Stored write(String key, List<ArchivePlan.Entry> entries) {
      try (var upload = archives.begin(key)) {
        writer.write(entries, upload.stream(), this);
        report();
        return upload.complete();
      }
    }

    private boolean keep(Download.Part part) {
      return database.inTransaction(
          transaction -> {
            var isOurs = downloads.hold(transaction, download, lease, doneBytes, leasedUntil());
            if (isOurs) {
              downloads.insertPart(transaction, download, part);
            }
            return isOurs;
          });
    }

    private void becomeReady() {
      database.transact(
          transaction -> {
            if (!downloads.hold(transaction, download, lease, doneBytes, leasedUntil())) {
              throw new Lost();
            }
            downloads.becomeReady(transaction, download, clock.instant().plus(config.keep()));
          });
      LOG.infof("download ready owner=%s download=%s", download.owner(), download.id());
    }

    private void fail() {
      database.transact(
          transaction -> {
            if (!downloads.hold(transaction, download, lease, doneBytes, leasedUntil())) {
              throw new Lost();
            }
            service.dispose(transaction, download);
            var forgetAt = clock.instant().plus(config.remember());
            downloads.end(transaction, download, Download.State.FAILED, GAVE_UP, forgetAt);
          });
      LOG.errorf("download failed owner=%s download=%s", download.owner(), download.id());
    }

    private void release(Instant dueAt) {
      database.transact(transaction -> downloads.release(transaction, download, lease, dueAt));
    }

    private Instant leasedUntil() {
      return clock.instant().plus(config.lease());
    }

    @Override
    public void checked() {
      if (isStopping.getAsBoolean()) {
        throw new Stopped();
      }
      if (!clock.instant().isBefore(reportedAt.plus(REPORTING))) {
        report();
      }
    }

    @Override
    public void packed(long bytes) {
      doneBytes += bytes;
      checked();
    }

    private void report() {
      reportedAt = clock.instant();
      if (!database.inTransaction(
          transaction -> downloads.hold(transaction, download, lease, doneBytes, leasedUntil()))) {
        throw new Lost();
      }
    }
  }
}
