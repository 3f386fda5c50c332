package io.albumen.photo.reconciliation;

import io.albumen.photo.database.Row;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.reconciliation.Reconciliation.Area;
import io.albumen.photo.reconciliation.Reconciliation.Counts;
import io.albumen.photo.reconciliation.Reconciliation.Finding;
import io.albumen.photo.reconciliation.Reconciliation.Place;
import io.albumen.photo.reconciliation.Reconciliation.State;
import io.albumen.photo.reconciliation.Reconciliation.Type;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stores comparisons and what they found. */
@ApplicationScoped
class ReconciliationRepository {

  /**
   * @return false when one is running already
   */
  boolean insert(Transaction transaction, Reconciliation begun) {
    return transaction.update(
            """
            insert into reconciliations
              (id, state, verify_hashes, started_at, library, area, after_key, due_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """,
            begun.id(),
            begun.state(),
            begun.verifiesHashes(),
            begun.startedAt(),
            begun.place().library(),
            begun.place().area(),
            begun.place().afterKey(),
            begun.startedAt())
        == 1;
  }

  Optional<Reconciliation> find(Transaction transaction, UUID id) {
    return transaction.find(
        "select * from reconciliations where id = ?", ReconciliationRepository::read, id);
  }

  Optional<Reconciliation> findLatest(Transaction transaction) {
    return transaction.find(
        "select * from reconciliations order by id desc limit 1", ReconciliationRepository::read);
  }

  /** The running one, if nobody is at it; from now on the caller's. */
  Optional<Reconciliation> claim(Transaction transaction, UUID lease, Instant now, Instant until) {
    return transaction.find(
        """
        update reconciliations set lease = ?, due_at = ?
        where state = 'RUNNING' and due_at <= ? returning *
        """,
        ReconciliationRepository::read,
        lease,
        until,
        now);
  }

  /**
   * Stays the caller's until then.
   *
   * @return false when it is no longer
   */
  boolean hold(Transaction transaction, UUID id, UUID lease, Instant until) {
    return transaction.update(
            """
            update reconciliations set due_at = ?
            where id = ? and lease = ? and state = 'RUNNING'
            """,
            until,
            id,
            lease)
        == 1;
  }

  /**
   * Goes on to a place, with what was found on the way.
   *
   * @return false when it is no longer the caller's
   */
  boolean advance(
      Transaction transaction, UUID id, UUID lease, Place place, List<Finding> found, Instant due) {
    var isOurs =
        transaction.update(
                """
                update reconciliations set library = ?, area = ?, after_key = ?, due_at = ?,
                  objects_without_rows = objects_without_rows + ?,
                  rows_without_objects = rows_without_objects + ?,
                  hash_mismatches = hash_mismatches + ?
                where id = ? and lease = ? and state = 'RUNNING'
                """,
                place.library(),
                place.area(),
                place.afterKey(),
                due,
                count(found, Type.OBJECT_WITHOUT_ROW),
                count(found, Type.ROW_WITHOUT_OBJECT),
                count(found, Type.HASH_DIFFERS),
                id,
                lease)
            == 1;
    if (isOurs) {
      found.forEach(finding -> insert(transaction, id, finding));
    }
    return isOurs;
  }

  private static long count(List<Finding> found, Type type) {
    return found.stream().filter(finding -> finding.type() == type).count();
  }

  private static void insert(Transaction transaction, UUID id, Finding finding) {
    transaction.update(
        """
        insert into reconciliation_findings
          (owner_id, reconciliation_id, type, object_key, media_id)
        values (?, ?, ?, ?, ?) on conflict do nothing
        """,
        finding.owner(),
        id,
        finding.type(),
        finding.objectKey(),
        finding.mediaId());
  }

  void finish(Transaction transaction, UUID id, UUID lease, Instant now) {
    transaction.update(
        """
        update reconciliations set state = 'DONE', finished_at = ?, lease = null
        where id = ? and lease = ? and state = 'RUNNING'
        """,
        now,
        id,
        lease);
  }

  /** What is wrong, as far as it was not mended, after the given one; in the order of the keys. */
  List<Finding> findUnrepaired(Transaction transaction, UUID id, String after, int limit) {
    return transaction.query(
        """
        select * from reconciliation_findings
        where reconciliation_id = ? and not repaired and object_key || ' ' || type > ?
        order by object_key || ' ' || type limit ?
        """,
        row ->
            new Finding(
                row.uuid("owner_id"),
                row.constant("type", Type.class),
                row.text("object_key"),
                row.uuidOrNull("media_id")),
        id,
        after,
        limit);
  }

  void markRepaired(Transaction transaction, UUID id, Finding finding) {
    transaction.update(
        """
        update reconciliation_findings set repaired = true
        where owner_id = ? and reconciliation_id = ? and type = ? and object_key = ?
        """,
        finding.owner(),
        id,
        finding.type(),
        finding.objectKey());
  }

  /** A name to tell its owner of an item that has lost its original. */
  record Lost(String name) {}

  /** The item fails, unless its current original is another one, or it has failed before. */
  Optional<Lost> failItem(
      Transaction transaction, Finding finding, UUID mediaId, String code, String detail) {
    return transaction.find(
        """
        update media m set state = 'FAILED', problem_code = ?, problem_detail = ?
        from media_versions v
        where m.owner_id = ? and m.id = ? and m.state in ('PROCESSING', 'READY')
          and v.owner_id = m.owner_id and v.media_id = m.id and v.version = m.version
          and v.object_key = ?
        returning m.name
        """,
        row -> new Lost(row.text("name")),
        code,
        detail,
        finding.owner(),
        mediaId,
        finding.objectKey());
  }

  private static Reconciliation read(Row row) {
    return new Reconciliation(
        row.uuid("id"),
        row.constant("state", State.class),
        row.flag("verify_hashes"),
        row.instant("started_at"),
        row.instantOrNull("finished_at"),
        new Place(row.uuid("library"), row.constant("area", Area.class), row.text("after_key")),
        new Counts(
            row.number("objects_without_rows"),
            row.number("rows_without_objects"),
            row.number("hash_mismatches")));
  }
}
