package io.albumen.photo.erasure;

import io.albumen.common.UserId;
import io.albumen.photo.account.Accounts;
import io.albumen.photo.database.Database;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.download.DownloadService;
import io.albumen.photo.erasure.Erasure.Step;
import io.albumen.photo.media.library.MediaLibrary;
import io.albumen.photo.outbox.Outbox;
import io.albumen.photo.storage.ObjectKeys;
import io.albumen.photo.storage.ObjectStore;
import io.albumen.photo.upload.UploadUrls;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Erases closed accounts. Each piece of work is small and its own transaction, and doing one again
 * is harmless; whatever is cut off is done again when its claim has passed.
 */
@ApplicationScoped
class ErasureService {
  private static final Logger LOG = Logger.getLogger(ErasureService.class);
  private static final String SERVICE = "photo-service";
  private static final int ALARMING = 10;

  private final ErasureRepository erasures;
  private final OwnedRows rows;
  private final Accounts accounts;
  private final UploadUrls urls;
  private final MediaLibrary library;
  private final DownloadService downloads;
  private final ObjectStore objects;
  private final Outbox outbox;
  private final Database database;
  private final ErasureConfig config;
  private final Clock clock;

  ErasureService(
      ErasureRepository erasures,
      OwnedRows rows,
      Accounts accounts,
      UploadUrls urls,
      MediaLibrary library,
      DownloadService downloads,
      ObjectStore objects,
      Outbox outbox,
      Database database,
      ErasureConfig config,
      Clock clock) {
    this.erasures = erasures;
    this.rows = rows;
    this.accounts = accounts;
    this.urls = urls;
    this.library = library;
    this.downloads = downloads;
    this.objects = objects;
    this.outbox = outbox;
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  /** Nothing of the account is left here. */
  private record UserDataErased(UUID userId, String service) {}

  /** Closes the account for good; again, its erasure is gone through and answered again. */
  void begin(UserId owner) {
    database.transact(transaction -> begin(transaction, owner));
    LOG.infof("account closed owner=%s", owner);
  }

  private void begin(Transaction transaction, UserId owner) {
    accounts.close(transaction, owner);
    var now = clock.instant();
    var ends = urls.ends(transaction, owner);
    var isBusy =
        library.isProcessing(transaction, owner) || downloads.isBuilding(transaction, owner);
    var answerAt = latest(now, ends.waitedFor(), isBusy ? now.plus(config.workerGrace()) : now);
    var lastSweepAt = latest(answerAt, ends.any(), isBusy ? now.plus(config.jobLimit()) : now);
    erasures.begin(transaction, owner, answerAt, lastSweepAt, now);
  }

  private static Instant latest(Instant one, Optional<Instant> other, Instant third) {
    var later = one.isAfter(third) ? one : third;
    return other.filter(later::isBefore).orElse(later);
  }

  /**
   * Does the next piece of work that is due.
   *
   * @return false when nothing is
   */
  boolean advance() {
    var now = clock.instant();
    var claimed =
        database.inTransaction(
            transaction -> erasures.claim(transaction, now, now.plus(config.retryAfter())));
    claimed.ifPresent(this::advance);
    return claimed.isPresent();
  }

  private void advance(Erasure erasure) {
    try {
      switch (erasure.step()) {
        case ROWS -> eraseRows(erasure);
        case OBJECTS -> eraseObjects(erasure);
        case LAST_SWEEP -> sweepOnceMore(erasure);
      }
    } catch (RuntimeException failure) {
      LOG.logf(
          erasure.attempts() < ALARMING ? Logger.Level.WARN : Logger.Level.ERROR,
          "erasure hindered owner=%s step=%s attempts=%d reason=%s",
          erasure.owner(),
          erasure.step(),
          erasure.attempts(),
          failure);
    }
  }

  private void eraseRows(Erasure erasure) {
    database.transact(
        transaction -> {
          var deleted = rows.deleteSome(transaction, erasure.owner(), config.batch());
          var next = deleted > 0 ? Step.ROWS : Step.OBJECTS;
          erasures.proceed(transaction, erasure, next, clock.instant());
        });
  }

  private void eraseObjects(Erasure erasure) {
    var begun = clock.instant();
    if (deleteSomeObjects(erasure) > 0) {
      proceed(erasure, Step.OBJECTS, clock.instant());
    } else if (begun.isBefore(erasure.answerAt())) {
      proceed(erasure, Step.OBJECTS, erasure.answerAt());
    } else {
      database.transact(transaction -> answer(transaction, erasure));
      LOG.infof("account erased owner=%s", erasure.owner());
    }
  }

  private void answer(Transaction transaction, Erasure erasure) {
    var user = erasure.owner().value();
    var id = UUID.nameUUIDFromBytes((SERVICE + " erased " + user).getBytes(StandardCharsets.UTF_8));
    outbox.publish(transaction, erasure.owner(), id, new UserDataErased(user, SERVICE));
    erasures.proceed(transaction, erasure, Step.LAST_SWEEP, erasure.lastSweepAt());
  }

  private void sweepOnceMore(Erasure erasure) {
    if (deleteSomeObjects(erasure) > 0) {
      proceed(erasure, Step.LAST_SWEEP, clock.instant());
    } else {
      database.transact(transaction -> erasures.end(transaction, erasure));
    }
  }

  private int deleteSomeObjects(Erasure erasure) {
    for (var prefix : prefixes(erasure)) {
      var deleted = objects.deleteSome(prefix, config.batch());
      if (deleted > 0) {
        return deleted;
      }
    }
    return 0;
  }

  private static List<String> prefixes(Erasure erasure) {
    return List.of(
        ObjectKeys.originals(erasure.owner()),
        ObjectKeys.renditions(erasure.libraryKey()),
        ObjectKeys.downloads(erasure.owner()));
  }

  private void proceed(Erasure erasure, Step next, Instant dueAt) {
    database.transact(transaction -> erasures.proceed(transaction, erasure, next, dueAt));
  }
}
