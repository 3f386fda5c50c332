package io.albumen.photo.map;

import io.albumen.photo.database.Plans;
import io.albumen.photo.testing.SeededLibrary;
import io.albumen.photo.testing.Stack;
import io.albumen.photo.timeline.Box;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Stack
class MapPlansTest {
  @Inject DataSource source;
  @Inject MapRepository map;

  @Test
  void squaresAreReadNotCounted() {
    var owner = SeededLibrary.in(source);
    var view = MapView.of(new Box(-12, 35, 30, 62), 5);

    Plans.check("map", source, transaction -> map.findAll(transaction, owner, "TIMELINE", view));
  }

  @Test
  void squaresOfEachSizeAreRead() {
    var owner = SeededLibrary.in(source);

    Plans.check(
        "map-zooms",
        source,
        transaction -> {
          for (var zoom = 0; zoom <= 20; zoom += 2) {
            var half = 180.0 / (1 << zoom);
            var view = MapView.of(new Box(-half, 52.5 - half / 4, half, 52.5 + half / 4), zoom);
            map.findAll(transaction, owner, "TIMELINE", view);
          }
        });
  }
}
