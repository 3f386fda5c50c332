package io.albumen.photo.map;

import io.albumen.common.UserId;
import io.albumen.photo.database.Row;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.timeline.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Reads squares of the map that hold any items. Every statement names the owner. */
@ApplicationScoped
class MapRepository {
  private static final double UNITS = 1e6;

  private static final String SHOWN =
      """
      select c.x, c.y, c.count, c.latitude_sum, c.longitude_sum, m.id, m.state, m.rendition_key
      from cells c cross join lateral (
        select spread(c.x) << 1 | spread(c.y) as cell
      ) square cross join lateral (
        select id, state, rendition_key from media
        where owner_id = ? and shelf = ? and map_cell >= square.cell << 2 * (20 - %1$d)
          and map_cell < square.cell + 1 << 2 * (20 - %1$d)
        order by map_cell limit 1
      ) m
      """;

  /** Of all that a shelf holds, from counts that are kept. */
  List<Cluster> findAll(Transaction transaction, UserId owner, String shelf, MapView view) {
    var sql =
        """
        with cells as (
          select x, y, count, latitude_sum, longitude_sum from map_cells
          where owner_id = ? and shelf = ? and level = ? and y between ? and ? and %s
        )
        """
            .formatted(columns("x", view));
    return transaction.query(
        sql + SHOWN.formatted(view.level()),
        MapRepository::read,
        owner.value(),
        shelf,
        view.level(),
        view.north(),
        view.south(),
        view.west(),
        view.east(),
        owner.value(),
        shelf);
  }

  /** Of what has all terms, counted now. */
  List<Cluster> findAll(Transaction transaction, UserId owner, Terms terms, MapView view) {
    if (terms.isImpossible()) {
      return List.of();
    }
    var sql =
        """
        with found as (
          select map_x(m.longitude) >> 20 - %1$d as x, map_y(m.latitude) >> 20 - %1$d as y, m.id,
            m.state, m.rendition_key, m.latitude, m.longitude
          from (
            select distinct t.media_id from media_terms t
            where t.owner_id = ? and t.shelf = ? and t.term = any(?)
            %2$s
          ) f join media m on m.owner_id = ? and m.id = f.media_id
          where m.map_cell is not null
        )
        select distinct on (x, y) x, y, count(*) over cell as count,
          round(sum(latitude) over cell * 1e6)::bigint as latitude_sum,
          round(sum(longitude) over cell * 1e6)::bigint as longitude_sum, id, state, rendition_key
        from found where y between ? and ? and %3$s
        window cell as (partition by x, y)
        order by x, y
        """
            .formatted(view.level(), terms.condition(), columns("x", view));
    var parameters =
        new ArrayList<Object>(
            List.of(terms.parameters(owner.value(), terms.shelf(), terms.first())));
    parameters.addAll(List.of(owner.value(), view.north(), view.south(), view.west(), view.east()));
    return transaction.query(sql, MapRepository::read, parameters.toArray());
  }

  private static String columns(String x, MapView view) {
    return view.west() <= view.east()
        ? x + " between ? and ?"
        : "(%1$s >= ? or %1$s <= ?)".formatted(x);
  }

  private static Cluster read(Row row) {
    var count = row.number("count");
    return new Cluster(
        row.integer("x"),
        row.integer("y"),
        count,
        row.number("latitude_sum") / UNITS / count,
        row.number("longitude_sum") / UNITS / count,
        row.uuid("id"),
        "READY".equals(row.text("state")) ? row.text("rendition_key") : null);
  }
}
