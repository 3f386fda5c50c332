package io.albumen.photo.reconciliation;

import io.albumen.common.Ids;
import io.albumen.common.UserId;
import io.albumen.photo.account.Accounts;
import io.albumen.photo.database.Database;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.disposal.Disposal;
import io.albumen.photo.outbox.Outbox;
import io.albumen.photo.outbox.OutboxRelay;
import io.albumen.photo.reconciliation.Reconciliation.Area;
import io.albumen.photo.reconciliation.Reconciliation.Counts;
import io.albumen.photo.reconciliation.Reconciliation.Finding;
import io.albumen.photo.reconciliation.Reconciliation.Place;
import io.albumen.photo.reconciliation.Reconciliation.State;
import io.albumen.photo.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Comparisons as administrators ask for them, and the mending of what they found. */
@ApplicationScoped
class ReconciliationService {
  private static final Logger LOG = Logger.getLogger(ReconciliationService.class);
  private static final int SHOWN = 200;
  private static final int BATCH = 500;

  private final ReconciliationRepository reconciliations;
  private final LibraryRows rows;
  private final Accounts accounts;
  private final Disposal disposal;
  private final ObjectStore objects;
  private final Outbox outbox;
  private final OutboxRelay relay;
  private final Database database;
  private final Ids ids;
  private final Clock clock;

  ReconciliationService(
      ReconciliationRepository reconciliations,
      LibraryRows rows,
      Accounts accounts,
      Disposal disposal,
      ObjectStore objects,
      Outbox outbox,
      OutboxRelay relay,
      Database database,
      Ids ids,
      Clock clock) {
    this.reconciliations = reconciliations;
    this.rows = rows;
    this.accounts = accounts;
    this.disposal = disposal;
    this.objects = objects;
    this.outbox = outbox;
    this.relay = relay;
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /** A comparison with the first of what it found that is not mended. */
  record Report(Reconciliation reconciliation, List<Finding> findings) {}

  /**
   * What was mended.
   *
   * @param disposed objects that go
   * @param failed items whose owners were told
   * @param left what was in order by now, or has to be looked at by a person
   */
  record Repaired(int disposed, int failed, int left) {}

  /** Tells the owner as a refusal would. */
  private record MediaRejected(
      UUID mediaId, UUID ownerId, String code, String detail, String name) {}

  private enum Mended {
    DISPOSED,
    FAILED,
    LEFT
  }

  /**
   * @throws ReconciliationException.Running when one is running
   */
  Report start(boolean verifiesHashes) {
    var begun =
        new Reconciliation(
            ids.next(),
            State.RUNNING,
            verifiesHashes,
            clock.instant(),
            null,
            new Place(new UUID(0, 0), Area.ORIGINALS, ""),
            new Counts(0, 0, 0));
    if (!database.inTransaction(transaction -> reconciliations.insert(transaction, begun))) {
      throw new ReconciliationException.Running();
    }
    LOG.infof("reconciliation started reconciliation=%s", begun.id());
    return new Report(begun, List.of());
  }

  /**
   * @param id none for the latest
   */
  Report get(@Nullable UUID id) {
    return database.inTransaction(
        transaction -> {
          var found =
              (id == null
                      ? reconciliations.findLatest(transaction)
                      : reconciliations.find(transaction, id))
                  .orElseThrow(ReconciliationException.NotFound::new);
          return new Report(
              found, reconciliations.findUnrepaired(transaction, found.id(), "", SHOWN));
        });
  }

  /** Looks at each finding once more and mends it; doing it again mends what is left. */
  Repaired repair(UUID id) {
    if (get(id).reconciliation().state() == State.RUNNING) {
      throw new ReconciliationException.Running();
    }
    var disposed = 0;
    var failed = 0;
    var left = 0;
    var after = "";
    List<Finding> batch;
    do {
      var from = after;
      batch =
          database.inTransaction(
              transaction -> reconciliations.findUnrepaired(transaction, id, from, BATCH));
      for (var finding : batch) {
        switch (repair(id, finding)) {
          case DISPOSED -> disposed++;
          case FAILED -> failed++;
          case LEFT -> left++;
        }
        after = finding.objectKey() + " " + finding.type();
      }
    } while (!batch.isEmpty());
    relay.nudge();
    LOG.infof(
        "reconciliation repaired reconciliation=%s disposed=%d failed=%d left=%d",
        id, disposed, failed, left);
    return new Repaired(disposed, failed, left);
  }

  private Mended repair(UUID id, Finding finding) {
    return switch (finding.type()) {
      case OBJECT_WITHOUT_ROW -> database.inTransaction(tx -> dispose(tx, id, finding));
      case ROW_WITHOUT_OBJECT ->
          objects.find(finding.objectKey()).isPresent()
              ? Mended.LEFT
              : database.inTransaction(
                  tx -> fail(tx, id, finding, "original-lost", "The original is no longer there"));
      case HASH_DIFFERS ->
          database.inTransaction(
              tx -> fail(tx, id, finding, "original-damaged", "The original is damaged"));
    };
  }

  private Mended dispose(Transaction transaction, UUID id, Finding finding) {
    var owner = new UserId(finding.owner());
    var library = rows.find(transaction, finding.owner());
    if (library.isEmpty() || accounts.lockUnlessClosed(transaction, owner).isEmpty()) {
      return Mended.LEFT;
    }
    var key = finding.objectKey();
    var area =
        Arrays.stream(Area.values())
            .filter(one -> key.startsWith(library.get().prefix(one)))
            .findFirst()
            .orElseThrow();
    if (!rows.claimed(transaction, library.get(), area, List.of(key)).isEmpty()) {
      return Mended.LEFT;
    }
    disposal.add(transaction, owner, key);
    reconciliations.markRepaired(transaction, id, finding);
    return Mended.DISPOSED;
  }

  private Mended fail(
      Transaction transaction, UUID id, Finding finding, String code, String detail) {
    var mediaId = finding.mediaId();
    var owner = new UserId(finding.owner());
    if (mediaId == null || !accounts.holdUnlessClosed(transaction, owner)) {
      return Mended.LEFT;
    }
    return reconciliations
        .failItem(transaction, finding, mediaId, code, detail)
        .map(
            lost -> {
              outbox.publish(
                  transaction,
                  owner,
                  new MediaRejected(mediaId, owner.value(), code, detail, lost.name()));
              reconciliations.markRepaired(transaction, id, finding);
              return Mended.FAILED;
            })
        .orElse(Mended.LEFT);
  }
}
