package io.albumen.photo.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AreaTest {
  private static final double SIDE = 360.0 / (1 << 20);

  @Test
  void squaresOfTheMapAreWhatTheyAre() {
    for (var level : List.of(2, 8, 14, 20)) {
      var side = 360.0 / (1 << level);
      for (var x = 0; x < 1 << level; x += Math.max(1, (1 << level) / 97)) {
        var area = Area.of(new Box(x * side - 180, 0, (x + 1) * side - 180, 0));

        assertThat(area.west()).isEqualTo((long) x << 20 - level);
        assertThat(area.east()).isEqualTo(((x + 1L) << 20 - level) - 1);
      }
    }
  }

  @Test
  void neighboursShareNothing() {
    var west = Area.of(new Box(0, 0, 45, 20));
    var east = Area.of(new Box(45, 0, 90, 20));
    var south = Area.of(new Box(0, -10, 45, 0));

    assertThat(east.west()).isEqualTo(west.east() + 1);
    assertThat(south.north()).isEqualTo(west.south() + 1);
  }

  @Test
  void aPointIsASquare() {
    var point = Area.of(new Box(13.4, 52.5, 13.4, 52.5));

    assertThat(point.west()).isEqualTo(point.east());
    assertThat(point.north()).isEqualTo(point.south());
    assertThat(point.ranges()).hasSize(1);
    assertThat(point.ranges().getFirst().first()).isEqualTo(point.ranges().getFirst().last());
  }

  @Test
  void rangesHoldAllOfItAndFewAround() {
    var city = Area.of(new Box(13.0, 52.3, 13.7, 52.7));
    var cells = (city.east() - city.west() + 1) * (city.south() - city.north() + 1);
    var held = city.ranges().stream().mapToLong(range -> range.last() - range.first() + 1).sum();

    assertThat(city.ranges()).hasSizeLessThanOrEqualTo(32);
    assertThat(held).isBetween(cells, cells * 2);
  }

  @Test
  void theWorldIsOneRange() {
    assertThat(Area.of(new Box(-180, -90, 180, 90)).ranges()).hasSize(1);
  }

  @Test
  void acrossTheDateLineItHasTwoEnds() {
    var fiji = Area.of(new Box(177, -19, -179, -17));

    assertThat(fiji.west()).isGreaterThan(fiji.east());
    assertThat(fiji.east()).isEqualTo((long) Math.ceil(1 / SIDE - 1e-5) - 1);
    assertThat(fiji.coarse().west()).isGreaterThan(fiji.coarse().east());
    assertThat(fiji.ranges()).hasSizeBetween(2, 32);
  }
}
