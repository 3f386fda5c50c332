package io.albumen.photo.timeline;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part of the earth in decimal degrees; {@code west > east} across the date line. */
public record Box(double west, double south, double east, double north) {

  /** Of {@code west,south,east,north}; none of anything else. */
  public static Optional<Box> parse(@Nullable String text) {
    try {
      var degrees =
          Arrays.stream((text == null ? "" : text).split(",", -1))
              .mapToDouble(Double::parseDouble)
              .toArray();
      return degrees.length == 4
          ? Optional.of(new Box(degrees[0], degrees[1], degrees[2], degrees[3]))
              .filter(Box::isOnEarth)
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private boolean isOnEarth() {
    return Math.abs(west) <= 180
        && Math.abs(south) <= 90
        && Math.abs(east) <= 180
        && Math.abs(north) <= 90
        && south <= north;
  }

  /** How many squares lie west of it, of which {@code side} go round the world. */
  public static double column(double longitude, int side) {
    return (longitude + 180) / 360 * side;
  }

  /** How many squares lie north of it by Web Mercator, as the database's {@code map_y} has it. */
  public static double row(double latitude, int side) {
    var bounded = Math.toRadians(Math.clamp(latitude, -85.05, 85.05));
    return (1 - Math.log(Math.tan(bounded) + 1 / Math.cos(bounded)) / Math.PI) / 2 * side;
  }
}
