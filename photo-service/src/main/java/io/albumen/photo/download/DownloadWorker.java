package io.albumen.photo.download;

import io.albumen.photo.database.Database;
import io.albumen.photo.download.DownloadRepository.Due;
import io.albumen.photo.runtime.BackgroundLoop;
import io.albumen.photo.runtime.RoleConfig;
import io.albumen.photo.runtime.RoleConfig.Role;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** Has downloads built, in processes that are workers, and clears away those that are over. */
@ApplicationScoped
class DownloadWorker {
  private static final Logger LOG = Logger.getLogger(DownloadWorker.class);
  private static final int BATCH = 100;

  private final DownloadBuilder builder;
  private final DownloadRepository downloads;
  private final DownloadService service;
  private final Database database;
  private final DownloadConfig config;
  private final RoleConfig roles;
  private final Clock clock;
  private final List<BackgroundLoop> builds;
  private final BackgroundLoop sweeper;
  private volatile boolean isStopping;

  DownloadWorker(
      DownloadBuilder builder,
      DownloadRepository downloads,
      DownloadService service,
      Database database,
      DownloadConfig config,
      RoleConfig roles,
      Clock clock) {
    this.builder = builder;
    this.downloads = downloads;
    this.service = service;
    this.database = database;
    this.config = config;
    this.roles = roles;
    this.clock = clock;
    this.builds =
        IntStream.range(0, config.concurrency())
            .mapToObj(i -> new BackgroundLoop("downloads-" + i, config.interval(), this::build))
            .toList();
    this.sweeper = new BackgroundLoop("download-sweeper", config.interval(), this::sweep);
  }

  void start(@Observes StartupEvent event) {
    sweeper.start();
    if (roles.roles().contains(Role.WORKER)) {
      builds.forEach(BackgroundLoop::start);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    isStopping = true;
    builds.forEach(BackgroundLoop::close);
    sweeper.close();
  }

  private void build() {
    var isWaiting = true;
    while (isWaiting && !isStopping) {
      isWaiting = builder.buildNext(() -> isStopping);
    }
  }

  /** Archives whose time is over go; later the download is forgotten. */
  void sweep() {
    List<Due> due;
    do {
      due =
          database.inTransaction(
              transaction -> downloads.findOver(transaction, clock.instant(), BATCH));
      due.forEach(this::clear);
    } while (due.size() == BATCH);
  }

  private void clear(Due due) {
    database.transact(
        transaction ->
            downloads
                .lockOver(transaction, due, clock.instant())
                .ifPresent(
                    over -> {
                      if (over.state() == Download.State.READY) {
                        service.dispose(transaction, over);
                        var forgetAt = clock.instant().plus(config.remember());
                        downloads.end(transaction, over, Download.State.EXPIRED, null, forgetAt);
                      } else {
                        downloads.delete(transaction, over);
                      }
                    }));
    LOG.infof("download over owner=%s download=%s", due.owner(), due.id());
  }
}
