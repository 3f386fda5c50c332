package io.albumen.photo.timeline;

import io.albumen.common.UserId;
import io.albumen.media.MediaFormat;
import io.albumen.photo.database.Row;
import io.albumen.photo.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a library as a timeline; every statement names the owner. */
@ApplicationScoped
class TimelineRepository {
  /** After every tile: where a bucket begins, as it goes from its latest to its earliest. */
  static final Position START =
      new Position(LocalDateTime.of(9999, 12, 31, 23, 59), new UUID(-1L, -1L));

  /** The tile after which to go on. */
  record Position(LocalDateTime localTime, UUID id) {}

  /** Latest first. */
  List<Tile> findTiles(
      Transaction transaction, UserId owner, String bucket, Position after, int limit) {
    return transaction.query(
        """
        select id, kind, state, rendition_key, width, height, thumbhash, taken_at,
          utc_offset_minutes, duration_ms, favorite, local_time
        from media
        where owner_id = ? and bucket = ? and shelf = 'TIMELINE' and (local_time, id) < (?, ?)
        order by local_time desc, id desc limit ?
        """,
        TimelineRepository::read,
        owner.value(),
        bucket,
        after.localTime(),
        after.id(),
        limit);
  }

  private static Tile read(Row row) {
    var state = row.constant("state", Tile.State.class);
    return new Tile(
        row.uuid("id"),
        row.constant("kind", MediaFormat.Kind.class),
        state,
        state == Tile.State.READY ? row.text("rendition_key") : null,
        ratio(row.integerOrNull("width"), row.integerOrNull("height")),
        row.textOrNull("thumbhash"),
        row.instant("taken_at"),
        row.integerOrNull("utc_offset_minutes"),
        row.numberOrNull("duration_ms"),
        row.flag("favorite"),
        row.localTime("local_time"));
  }

  private static @Nullable Double ratio(@Nullable Integer width, @Nullable Integer height) {
    if (width == null || height == null || width == 0 || height == 0) {
      return null;
    }
    return Math.round(10_000.0 * width / height) / 10_000.0;
  }
}
