package io.albumen.photo.timeline;

import io.albumen.common.UserId;
import io.albumen.photo.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * How many items each month of a library shows. Never counted: a trigger keeps the numbers with
 * every change of {@code media}, by whomever.
 */
@ApplicationScoped
class TimelineBuckets {

  /**
   * @param bucket {@code yyyy-mm}
   */
  record BucketCount(String bucket, long count) {}

  /** Those that hold anything, latest first. */
  List<BucketCount> findAll(Transaction transaction, UserId owner) {
    return transaction.query(
        """
        select bucket, count from timeline_buckets where owner_id = ? order by bucket desc
        """,
        row -> new BucketCount(row.text("bucket"), row.number("count")),
        owner.value());
  }
}
