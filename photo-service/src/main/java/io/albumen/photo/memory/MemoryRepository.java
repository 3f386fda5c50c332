package io.albumen.photo.memory;

import io.albumen.common.UserId;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.timeline.Tile;
import io.albumen.photo.timeline.TileRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Reads the same day of all years. Every statement names the owner. */
@ApplicationScoped
class MemoryRepository {
  private static final int MAX_TILES = 20;

  /** A tile of a year, and how many there are of that year. */
  record Remembered(int year, long count, Tile tile) {}

  /** Of the years before, latest first. */
  List<Remembered> findAll(Transaction transaction, UserId owner, LocalDate day) {
    return transaction.query(
        """
        select year, count, %s
        from (
          select date_trunc('day', local_time) as day, count(*) as count,
            extract(year from date_trunc('day', local_time))::integer as year
          from media
          where owner_id = ? and shelf = 'TIMELINE' and month_day = ? and local_time < ?
          group by 1
        ) years cross join lateral (
          select * from media
          where owner_id = ? and shelf = 'TIMELINE' and local_time >= years.day
            and local_time < years.day + interval '1 day'
          order by local_time desc, id desc limit %d
        ) m
        order by m.local_time desc, m.id desc
        """
            .formatted(TileRows.COLUMNS, MAX_TILES),
        row -> new Remembered(row.integer("year"), row.number("count"), TileRows.read(row)),
        owner.value(),
        day.getMonthValue() * 100 + day.getDayOfMonth(),
        day.atStartOfDay(),
        owner.value());
  }
}
