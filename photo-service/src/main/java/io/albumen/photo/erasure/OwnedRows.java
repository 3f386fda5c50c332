package io.albumen.photo.erasure;

import io.albumen.common.UserId;
import io.albumen.photo.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Every row that an account owns, in whichever table. */
@ApplicationScoped
class OwnedRows {

  /** A table and the column that names the owner, with which one of its indexes begins. */
  record Owned(String table, String owner) {}

  /** What refers to others first; the account's own row last. */
  static final List<Owned> TABLES =
      List.of(
          new Owned("reprocessing_items", "owner_id"),
          new Owned("reprocessing_jobs", "owner_id"),
          new Owned("renditions", "owner_id"),
          new Owned("media_versions", "owner_id"),
          new Owned("media", "owner_id"),
          new Owned("timeline_buckets", "owner_id"),
          new Owned("media_terms", "owner_id"),
          new Owned("library_terms", "owner_id"),
          new Owned("map_cells", "owner_id"),
          new Owned("edits", "owner_id"),
          new Owned("uploads", "owner_id"),
          new Owned("idempotency_keys", "owner_id"),
          new Owned("download_items", "owner_id"),
          new Owned("download_parts", "owner_id"),
          new Owned("downloads", "owner_id"),
          new Owned("reconciliation_findings", "owner_id"),
          new Owned("doomed_objects", "owner_id"),
          new Owned("outbox", "owner_id"),
          new Owned("accounts", "id"));

  /**
   * Deletes rows of one table.
   *
   * @return how many; 0 once there is none in any
   */
  int deleteSome(Transaction transaction, UserId owner, int limit) {
    for (var owned : TABLES) {
      var deleted = deleteSome(transaction, owned, owner, limit);
      if (deleted > 0) {
        return deleted;
      }
    }
    return 0;
  }

  private static int deleteSome(Transaction transaction, Owned owned, UserId owner, int limit) {
    var sql =
        "delete from %1$s where ctid in (select ctid from %1$s where %2$s = ? limit ?)"
            .formatted(owned.table(), owned.owner());
    return transaction.update(sql, owner.value(), limit);
  }
}
