package io.albumen.photo.timeline;

import io.albumen.common.UserId;
import io.albumen.photo.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How many items each month of a library holds; kept with every change, never counted. */
@ApplicationScoped
public class TimelineBuckets {

  /**
   * @param bucket {@code yyyy-mm}
   */
  record BucketCount(String bucket, long count) {}

  public void add(Transaction transaction, UserId owner, String bucket) {
    transaction.update(
        """
        insert into timeline_buckets as b (owner_id, bucket, count) values (?, ?, 1)
        on conflict (owner_id, bucket) do update set count = b.count + 1
        """,
        owner.value(),
        bucket);
  }

  public void remove(Transaction transaction, UserId owner, String bucket) {
    transaction.update(
        "update timeline_buckets set count = count - 1 where owner_id = ? and bucket = ?",
        owner.value(),
        bucket);
  }

  /** Those that hold anything, latest first. */
  List<BucketCount> findAll(Transaction transaction, UserId owner) {
    return transaction.query(
        """
        select bucket, count from timeline_buckets where owner_id = ? and count > 0
        order by bucket desc
        """,
        row -> new BucketCount(row.text("bucket"), row.number("count")),
        owner.value());
  }
}
