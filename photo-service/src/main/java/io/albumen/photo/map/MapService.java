package io.albumen.photo.map;

import io.albumen.common.UserId;
import io.albumen.common.cdn.SignedPrefix;
import io.albumen.photo.database.Database;
import io.albumen.photo.timeline.Criteria;
import io.albumen.photo.timeline.Tiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class MapService {
  private final MapRepository map;
  private final Tiles tiles;
  private final Database database;

  MapService(MapRepository map, Tiles tiles, Database database) {
    this.map = map;
    this.tiles = tiles;
    this.database = database;
  }

  /**
   * @param renditions signature for everything below the library's key
   */
  record Markers(List<Cluster> clusters, SignedPrefix renditions) {}

  Markers markers(UserId owner, Criteria criteria, MapView view) {
    var clusters =
        database.read(
            transaction ->
                criteria.isEverything()
                    ? map.findAll(transaction, owner, criteria.shelf(), view)
                    : map.findAll(
                        transaction, owner, tiles.terms(transaction, owner, criteria), view));
    return new Markers(clusters, tiles.renditions(owner));
  }
}
