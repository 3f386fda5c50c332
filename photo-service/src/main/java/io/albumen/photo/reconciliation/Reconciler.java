package io.albumen.photo.reconciliation;

import io.albumen.photo.database.Database;
import io.albumen.photo.reconciliation.Inventory.Listed;
import io.albumen.photo.reconciliation.LibraryRows.Expected;
import io.albumen.photo.reconciliation.LibraryRows.Library;
import io.albumen.photo.reconciliation.Reconciliation.Area;
import io.albumen.photo.reconciliation.Reconciliation.Finding;
import io.albumen.photo.reconciliation.Reconciliation.Place;
import io.albumen.photo.reconciliation.Reconciliation.Type;
import io.albumen.photo.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Compares bucket and rows as two lists sorted by key, a batch of each at a time, so that memory
 * stays the same however large a library is. Each batch's findings commit with the place it ends
 * at; another worker goes on from there.
 */
@ApplicationScoped
class Reconciler {
  private static final Logger LOG = Logger.getLogger(Reconciler.class);
  private final ReconciliationRepository reconciliations;
  private final LibraryRows rows;
  private final Inventory inventory;
  private final ObjectStore objects;
  private final Hashes hashes;
  private final Database database;
  private final ReconciliationConfig config;
  private final Clock clock;

  Reconciler(
      ReconciliationRepository reconciliations,
      LibraryRows rows,
      Inventory inventory,
      ObjectStore objects,
      Hashes hashes,
      Database database,
      ReconciliationConfig config,
      Clock clock) {
    this.reconciliations = reconciliations;
    this.rows = rows;
    this.inventory = inventory;
    this.objects = objects;
    this.hashes = hashes;
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  /** Another worker has it, or this process ends. */
  private static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Keeps the lease while hashes are checked, which for one batch may take hours. */
  private final class Hold implements Runnable {
    private final UUID id;
    private final UUID lease;
    private Instant renewAt = clock.instant();

    Hold(UUID id, UUID lease) {
      this.id = id;
      this.lease = lease;
    }

    @Override
    public void run() {
      var now = clock.instant();
      if (now.isBefore(renewAt)) {
        return;
      }
      var until = now.plus(config.lease());
      if (Thread.currentThread().isInterrupted()
          || !database.inTransaction(
              transaction -> reconciliations.hold(transaction, id, lease, until))) {
        throw new Lost();
      }
      renewAt = now.plus(config.lease().dividedBy(10));
    }
  }

  /** Part of a library that was compared. */
  private record Compared(List<Finding> findings, Place next) {}

  /** The same range of keys on both sides. */
  private record Range(List<Listed> listed, List<Expected> expected, String end, boolean isLast) {}

  /**
   * Takes up the running comparison and goes on to its end, or until it is another worker's.
   *
   * @return false when none runs, or another worker is at it
   */
  boolean run() {
    var lease = UUID.randomUUID();
    var now = clock.instant();
    var claimed =
        database.inTransaction(
            transaction ->
                reconciliations.claim(transaction, lease, now, now.plus(config.lease())));
    claimed.ifPresent(running -> run(running, lease));
    return claimed.isPresent();
  }

  private void run(Reconciliation running, UUID lease) {
    var place = Optional.of(running.place());
    try {
      while (place.isPresent() && !Thread.currentThread().isInterrupted()) {
        place = step(running, lease, place.get());
      }
    } catch (Lost lost) {
      LOG.infof("reconciliation left to others reconciliation=%s", running.id());
    }
  }

  private Optional<Place> step(Reconciliation running, UUID lease, Place place) {
    var library = database.inTransaction(transaction -> rows.find(transaction, place.library()));
    var compared =
        library
            .map(found -> compare(running, lease, found, place))
            .or(() -> nextLibrary(place.library()).map(next -> new Compared(List.of(), next)));
    if (compared.isEmpty()) {
      database.transact(
          transaction -> reconciliations.finish(transaction, running.id(), lease, clock.instant()));
      return Optional.empty();
    }
    var done = compared.get();
    var isOurs =
        database.inTransaction(
            transaction ->
                reconciliations.advance(
                    transaction,
                    running.id(),
                    lease,
                    done.next(),
                    done.findings(),
                    clock.instant().plus(config.lease())));
    return isOurs ? Optional.of(done.next()) : Optional.empty();
  }

  private Optional<Place> nextLibrary(UUID after) {
    return database
        .inTransaction(transaction -> rows.next(transaction, after))
        .map(library -> new Place(library.owner().value(), Area.ORIGINALS, ""));
  }

  private Compared compare(Reconciliation running, UUID lease, Library library, Place place) {
    var range = range(library, place);
    var findings = new ArrayList<>(orphans(library, place.area(), range));
    findings.addAll(lost(library, place.area(), range));
    if (running.verifiesHashes()) {
      findings.addAll(changed(library, range, new Hold(running.id(), lease)));
    }
    return new Compared(findings, next(place, range));
  }

  private Place next(Place place, Range range) {
    if (!range.isLast()) {
      return new Place(place.library(), place.area(), range.end());
    }
    return switch (place.area()) {
      case ORIGINALS -> new Place(place.library(), Area.RENDITIONS, "");
      case RENDITIONS -> new Place(place.library(), Area.DOWNLOADS, "");
      case DOWNLOADS ->
          nextLibrary(place.library())
              .orElseGet(() -> new Place(new UUID(-1L, -1L), Area.ORIGINALS, ""));
    };
  }

  /** As far as both lists reach. */
  private Range range(Library library, Place place) {
    var limit = config.batch();
    var listed = inventory.list(library.prefix(place.area()), place.afterKey(), limit);
    var expected =
        database.inTransaction(
            transaction ->
                rows.expected(transaction, library, place.area(), place.afterKey(), limit));
    var listedEnd = listed.size() < limit ? null : listed.getLast().key();
    var expectedEnd = expected.size() < limit ? null : expected.getLast().key();
    if (listedEnd == null && expectedEnd == null) {
      return new Range(listed, expected, "", true);
    }
    var end =
        listedEnd == null || expectedEnd != null && expectedEnd.compareTo(listedEnd) < 0
            ? expectedEnd
            : listedEnd;
    var last = end == null ? "" : end;
    return new Range(
        listed.stream().filter(object -> object.key().compareTo(last) <= 0).toList(),
        expected.stream().filter(row -> row.key().compareTo(last) <= 0).toList(),
        last,
        false);
  }

  private List<Finding> orphans(Library library, Area area, Range range) {
    var known = range.expected().stream().map(Expected::key).collect(Collectors.toSet());
    var oldEnough = clock.instant().minus(config.grace());
    var strays =
        range.listed().stream()
            .filter(object -> !object.modifiedAt().isAfter(oldEnough))
            .map(Listed::key)
            .filter(key -> !known.contains(key))
            .toList();
    var claimed =
        database.inTransaction(transaction -> rows.claimed(transaction, library, area, strays));
    return strays.stream()
        .filter(key -> !claimed.contains(key))
        .map(key -> new Finding(library.owner().value(), Type.OBJECT_WITHOUT_ROW, key, null))
        .toList();
  }

  /** Looked for one by one, and their rows once more, as either may have gone since. */
  private List<Finding> lost(Library library, Area area, Range range) {
    var there = range.listed().stream().map(Listed::key).collect(Collectors.toSet());
    var missing =
        range.expected().stream()
            .filter(row -> !there.contains(row.key()))
            .filter(row -> objects.find(row.key()).isEmpty())
            .toList();
    var keys = missing.stream().map(Expected::key).distinct().toList();
    var claimed =
        database.inTransaction(transaction -> rows.claimed(transaction, library, area, keys));
    return missing.stream()
        .filter(row -> claimed.contains(row.key()))
        .map(row -> finding(library, Type.ROW_WITHOUT_OBJECT, row))
        .distinct()
        .toList();
  }

  private List<Finding> changed(Library library, Range range, Hold hold) {
    return range.expected().stream()
        .filter(row -> row.sha256() != null)
        .filter(
            row ->
                hashes
                    .sha256(row.object(), hold)
                    .filter(is -> !is.equals(row.sha256()))
                    .isPresent())
        .map(row -> finding(library, Type.HASH_DIFFERS, row))
        .distinct()
        .toList();
  }

  private static Finding finding(Library library, Type type, Expected row) {
    return new Finding(library.owner().value(), type, row.key(), row.mediaId());
  }
}
