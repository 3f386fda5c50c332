package io.albumen.photo.trash;

import io.albumen.common.UserId;
import io.albumen.photo.account.Account;
import io.albumen.photo.account.Accounts;
import io.albumen.photo.database.Database;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.disposal.Disposal;
import io.albumen.photo.disposal.DisposalSweeper;
import io.albumen.photo.outbox.Outbox;
import io.albumen.photo.outbox.OutboxRelay;
import io.albumen.photo.runtime.BackgroundLoop;
import io.albumen.photo.storage.ObjectKeys;
import io.albumen.photo.trash.TrashRepository.Doomed;
import io.albumen.photo.trash.TrashRepository.Due;
import io.albumen.photo.upload.UploadUrls;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Ends items whose time in the trash is over. Rows, quota, the objects' doom and the news of it are
 * one transaction, so whatever dies leaves an item whole or gone, and its bytes come back once. A
 * closed account's are left to its erasure.
 */
@ApplicationScoped
class Purge {
  private static final Logger LOG = Logger.getLogger(Purge.class);
  private static final int BATCH = 100;

  private final TrashRepository trash;
  private final Accounts accounts;
  private final UploadUrls urls;
  private final Disposal disposal;
  private final DisposalSweeper disposals;
  private final Outbox outbox;
  private final OutboxRelay relay;
  private final Database database;
  private final Clock clock;
  private final BackgroundLoop loop;

  Purge(
      TrashRepository trash,
      Accounts accounts,
      UploadUrls urls,
      Disposal disposal,
      DisposalSweeper disposals,
      Outbox outbox,
      OutboxRelay relay,
      Database database,
      TrashConfig config,
      Clock clock) {
    this.trash = trash;
    this.accounts = accounts;
    this.urls = urls;
    this.disposal = disposal;
    this.disposals = disposals;
    this.outbox = outbox;
    this.relay = relay;
    this.database = database;
    this.clock = clock;
    this.loop = new BackgroundLoop("purge", config.sweepInterval(), this::sweep);
  }

  /** Nothing is left of an item but what is remembered elsewhere. */
  private record MediaPurged(UUID mediaId, UUID ownerId) {}

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.close();
  }

  /** Something is due now. */
  void nudge() {
    loop.nudge();
  }

  /** Goes through all that is due once; what can't be purged now holds up nothing behind it. */
  void sweep() {
    var after = Due.FIRST;
    var due = after(after);
    while (!due.isEmpty() && !Thread.currentThread().isInterrupted()) {
      due.forEach(this::purge);
      after = due.getLast();
      due = after(after);
    }
    if (after != Due.FIRST) {
      relay.nudge();
      disposals.nudge();
    }
  }

  private List<Due> after(Due last) {
    return database.inTransaction(
        transaction -> trash.findDue(transaction, last, clock.instant(), BATCH));
  }

  private void purge(Due due) {
    try {
      database.transact(
          transaction ->
              accounts
                  .lockUnlessClosed(transaction, due.owner())
                  .ifPresent(account -> purge(transaction, account, due)));
    } catch (RuntimeException failure) {
      LOG.warnf("media not purged owner=%s media=%s reason=%s", due.owner(), due.id(), failure);
    }
  }

  private void purge(Transaction transaction, Account account, Due due) {
    var left = account;
    var urlsEnd = urls.ends(transaction, due.owner()).any().orElse(Instant.EPOCH);
    for (var item : trash.lockDue(transaction, due, clock.instant())) {
      left = left.free(disposeFiles(transaction, left, item, urlsEnd));
      trash.delete(transaction, due.owner(), item.id());
      publish(transaction, due.owner(), item);
      LOG.infof("media purged owner=%s media=%s", due.owner(), item.id());
    }
    accounts.save(transaction, left);
  }

  /**
   * @param urlsEnd until then a URL may put the same original again
   * @return bytes of its originals
   */
  private long disposeFiles(
      Transaction transaction, Account account, Doomed item, Instant urlsEnd) {
    var keys = new ArrayList<>(trash.findPendingKeys(transaction, account.id(), item.id()));
    keys.add(item.renditionKey());
    keys.forEach(
        key ->
            disposal.add(
                transaction, account.id(), ObjectKeys.renditions(account.libraryKey(), key)));
    var bytes = 0L;
    for (var original : trash.findOriginals(transaction, account.id(), item.id())) {
      disposal.addTwice(transaction, account.id(), original.objectKey(), urlsEnd);
      bytes += original.sizeBytes();
    }
    return bytes;
  }

  private void publish(Transaction transaction, UserId owner, Doomed item) {
    outbox.publish(transaction, owner, new MediaPurged(item.id().value(), owner.value()));
  }
}
