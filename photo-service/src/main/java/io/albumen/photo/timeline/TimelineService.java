package io.albumen.photo.timeline;

import io.albumen.common.Cursors;
import io.albumen.common.UserId;
import io.albumen.common.cdn.CdnUrls;
import io.albumen.common.cdn.SignedPrefix;
import io.albumen.photo.account.Accounts;
import io.albumen.photo.database.Database;
import io.albumen.photo.storage.ObjectKeys;
import io.albumen.photo.timeline.TimelineBuckets.BucketCount;
import io.albumen.photo.timeline.TimelineRepository.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The library month by month. */
@ApplicationScoped
class TimelineService {
  private final TimelineRepository tiles;
  private final TimelineBuckets buckets;
  private final Accounts accounts;
  private final Database database;
  private final CdnUrls cdn;
  private final Cursors cursors;

  TimelineService(
      TimelineRepository tiles,
      TimelineBuckets buckets,
      Accounts accounts,
      Database database,
      CdnUrls cdn,
      Cursors cursors) {
    this.tiles = tiles;
    this.buckets = buckets;
    this.accounts = accounts;
    this.database = database;
    this.cdn = cdn;
    this.cursors = cursors;
  }

  /**
   * Part of a bucket, latest first.
   *
   * @param renditions signature for everything below the library's key
   */
  record Slice(List<Tile> tiles, SignedPrefix renditions, @Nullable String nextCursor) {}

  /** Latest first. */
  List<BucketCount> buckets(UserId owner) {
    return database.inTransaction(transaction -> buckets.findAll(transaction, owner));
  }

  Slice bucket(UserId owner, String bucket, @Nullable String cursor, int limit) {
    var account = accounts.get(owner);
    var after = cursor == null ? TimelineRepository.START : decode(owner, bucket, cursor);
    var found =
        database.inTransaction(
            transaction -> tiles.findTiles(transaction, owner, bucket, after, limit + 1));
    var renditions = cdn.signPrefix(ObjectKeys.renditions(account.libraryKey()));
    if (found.size() <= limit) {
      return new Slice(found, renditions, null);
    }
    var slice = found.subList(0, limit);
    return new Slice(slice, renditions, encode(owner, bucket, slice.getLast()));
  }

  private String encode(UserId owner, String bucket, Tile last) {
    return cursors.encode(owner, query(bucket), last.localTime() + " " + last.id());
  }

  private Position decode(UserId owner, String bucket, String cursor) {
    var position = cursors.decode(owner, query(bucket), cursor).split(" ", 2);
    return new Position(LocalDateTime.parse(position[0]), UUID.fromString(position[1]));
  }

  private static String query(String bucket) {
    return "timeline/" + bucket;
  }
}
