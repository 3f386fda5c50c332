package io.albumen.photo.map;

import io.albumen.photo.timeline.Box;

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
    return square(Box.column(longitude, 1 << level), level);
  }

  private static int row(double latitude, int level) {
    return square(Box.row(latitude, 1 << level), level);
  }

  private static int square(double at, int level) {
    return Math.clamp((long) Math.floor(at), 0, (1 << level) - 1);
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
