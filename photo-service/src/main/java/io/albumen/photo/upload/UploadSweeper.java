package io.albumen.photo.upload;

import io.albumen.photo.account.Account;
import io.albumen.photo.account.Accounts;
import io.albumen.photo.database.Database;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.disposal.Disposal;
import io.albumen.photo.media.library.MediaVersions;
import io.albumen.photo.runtime.BackgroundLoop;
import io.albumen.photo.upload.announcement.UploadConfig;
import io.albumen.photo.upload.announcement.UploadRepository;
import io.albumen.photo.upload.announcement.UploadRepository.Due;
import io.albumen.photo.upload.announcement.UploadState;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Clears uploads whose last URL has ended: gives back what was reserved and dooms the object, in
 * one transaction. What was completed only loses its row, and keeps its object while an item has
 * it: after a refusal, its URL may have put it once more. A closed account's are left to its
 * erasure.
 */
@ApplicationScoped
class UploadSweeper {
  private static final Logger LOG = Logger.getLogger(UploadSweeper.class);
  private static final int BATCH = 100;
  private static final Duration RETRY_AFTER = Duration.ofMinutes(5);

  private final UploadRepository uploads;
  private final Accounts accounts;
  private final MediaVersions versions;
  private final Disposal disposal;
  private final PartsService parts;
  private final Database database;
  private final Clock clock;
  private final BackgroundLoop loop;

  UploadSweeper(
      UploadRepository uploads,
      Accounts accounts,
      MediaVersions versions,
      Disposal disposal,
      PartsService parts,
      Database database,
      UploadConfig config,
      Clock clock) {
    this.uploads = uploads;
    this.accounts = accounts;
    this.versions = versions;
    this.disposal = disposal;
    this.parts = parts;
    this.database = database;
    this.clock = clock;
    this.loop = new BackgroundLoop("upload-sweeper", config.sweepInterval(), this::sweep);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.close();
  }

  /** Clears all that is due now. */
  void sweep() {
    List<Due> due;
    do {
      due =
          database.inTransaction(
              transaction -> uploads.findDue(transaction, clock.instant(), BATCH));
      due.forEach(this::clear);
    } while (due.size() == BATCH);
  }

  void clear(Due due) {
    try {
      clearParts(due);
      database.transact(transaction -> clear(transaction, due));
    } catch (RuntimeException failure) {
      LOG.warnf("upload not cleared owner=%s upload=%s reason=%s", due.owner(), due.id(), failure);
      var later = clock.instant().plus(RETRY_AFTER);
      database.transact(transaction -> uploads.reschedule(transaction, due, later));
    }
  }

  /**
   * Of what is completed, nobody wants parts any more. Any other may be renewed until its row is
   * held, and loses its parts with the doomed object.
   */
  private void clearParts(Due due) {
    database
        .inTransaction(transaction -> uploads.find(transaction, due.owner(), due.id()))
        .filter(upload -> upload.state() == UploadState.COMPLETED)
        .ifPresent(parts::clear);
  }

  private void clear(Transaction transaction, Due due) {
    accounts
        .lockUnlessClosed(transaction, due.owner())
        .ifPresentOrElse(
            account -> clear(transaction, account, due),
            () -> uploads.reschedule(transaction, due, clock.instant().plus(RETRY_AFTER)));
  }

  private void clear(Transaction transaction, Account account, Due due) {
    uploads
        .lockDue(transaction, due, clock.instant())
        .ifPresent(
            upload -> {
              if (upload.state() != UploadState.COMPLETED) {
                accounts.save(transaction, account.release(upload.reservation()));
              }
              if (!versions.isInUse(transaction, upload.owner(), upload.id().value())) {
                disposal.add(transaction, upload.owner(), upload.slot().key());
              }
              uploads.delete(transaction, upload);
            });
  }
}
