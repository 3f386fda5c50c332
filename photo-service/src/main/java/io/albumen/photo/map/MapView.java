package io.albumen.photo.map;

/**
 * The part of a map that is looked at, in squares of one size.
 *
 * @param level there are 2^level squares to a side of the world
 * @param west column of the first square; greater than {@code east} across the date line
 * @param north row of the first square
 */
record MapView(int level, int west, int north, int east, int south) {
  private static final int FINEST = 20;

  /** Squares to a side of what is looked at; more would only cover each other. */
  private static final int MAX_SIDE = 32;

  /** Decimal degrees; {@code west > east} across the date line. */
  record Box(double west, double south, double east, double north) {}

  /** The finest squares that fit the zoom, 64 or 128 pixels wide, and are not too many. */
  static MapView of(Box box, int zoom) {
    var level = Math.min(FINEST, (zoom + 2) / 2 * 2);
    var view = at(box, level);
    while (view.level > 2 && (view.columns() > MAX_SIDE || view.rows() > MAX_SIDE)) {
      view = at(box, view.level - 2);
    }
    return view;
  }

  private static MapView at(Box box, int level) {
    return new MapView(
        level,
        column(box.west(), level),
        row(box.north(), level),
        column(box.east(), level),
        row(box.south(), level));
  }

  private static int column(double longitude, int level) {
    var side = 1 << level;
    return Math.clamp((long) Math.floor((longitude + 180) / 360 * side), 0, side - 1);
  }

  /** Web Mercator, as the database's {@code map_y}. */
  private static int row(double latitude, int level) {
    var side = 1 << level;
    var bounded = Math.toRadians(Math.clamp(latitude, -85.05, 85.05));
    var y = (1 - Math.log(Math.tan(bounded) + 1 / Math.cos(bounded)) / Math.PI) / 2;
    return Math.clamp((long) Math.floor(y * side), 0, side - 1);
  }

  private int columns() {
    return (west <= east ? east - west : (1 << level) - west + east) + 1;
  }

  private int rows() {
    return south - north + 1;
  }

  /** The corners of a square. */
  Box box(int x, int y) {
    return new Box(longitude(x), latitude(y + 1), longitude(x + 1), latitude(y));
  }

  private double longitude(int x) {
    return x * 360.0 / (1 << level) - 180;
  }

  private double latitude(int y) {
    return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2.0 * y / (1 << level)))));
  }
}
