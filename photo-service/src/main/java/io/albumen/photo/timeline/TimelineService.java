package io.albumen.photo.timeline;

import io.albumen.common.UserId;
import io.albumen.photo.database.Database;
import io.albumen.photo.timeline.TimelineBuckets.BucketCount;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The library month by month. */
@ApplicationScoped
class TimelineService {
  private final Tiles tiles;
  private final TimelineBuckets buckets;
  private final Database database;

  TimelineService(Tiles tiles, TimelineBuckets buckets, Database database) {
    this.tiles = tiles;
    this.buckets = buckets;
    this.database = database;
  }

  /** Latest first. */
  List<BucketCount> buckets(UserId owner, Criteria criteria) {
    return criteria.isEverything() && !criteria.archived()
        ? database.read(transaction -> buckets.findAll(transaction, owner))
        : tiles.count(owner, criteria);
  }

  Tiles.Slice bucket(
      UserId owner, String bucket, Criteria criteria, @Nullable String cursor, int limit) {
    var month = YearMonth.parse(bucket);
    var query = new Tiles.Query(criteria, month.atDay(1), month.atEndOfMonth(), null);
    return tiles.page(owner, "timeline", query, cursor, limit);
  }
}
