package io.albumen.photo.timeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A box in the smallest squares of {@code media.map_cell}, about 38 m wide: all that it touches
 * more of than their edges, so that what is a greater square on the map is just that.
 *
 * @param west greater than {@code east} across the date line
 */
record Area(long west, long north, long east, long south) {
  private static final int LEVEL = 20;
  private static final int SIDE = 1 << LEVEL;

  /** Columns stand in each second bit of a cell, rows in the others. */
  private static final long COLUMN_BITS = 0xAAAAAAAAAAL;

  private static final long ROW_BITS = 0x5555555555L;

  /** More would take longer to find than what they spare. */
  private static final int MAX_RANGES = 32;

  /** An edge so near to that of a square is meant to be it: about the breadth of a hair. */
  private static final double NEARLY = 1e-5;

  /** The level of {@code map_cells} whose few squares hold everything. */
  static final int COARSEST = 2;

  private static final int MAX_COARSE = 16;

  /** Columns and rows of greater squares, of one of the sizes that {@code map_cells} counts. */
  record Coarse(int level, int west, int north, int east, int south) {}

  /** Degrees of latitude after which there are no more squares. */
  private static final double BEYOND = 85.05;

  /** Cells in a row, of one greater square. */
  record Range(long first, long last) {}

  private record Square(int level, long x, long y) {
    Range range() {
      var below = 2 * (LEVEL - level);
      var cell = spread(x) << 1 | spread(y);
      return new Range(cell << below, (cell + 1 << below) - 1);
    }

    List<Square> quarters() {
      return LongStream.range(0, 4)
          .mapToObj(part -> new Square(level + 1, x * 2 + part / 2, y * 2 + part % 2))
          .toList();
    }

    long scale(long at) {
      return at << LEVEL - level;
    }
  }

  static Area of(Box box) {
    var west = first(Box.column(box.west(), SIDE));
    var east = last(Box.column(box.east(), SIDE));
    var north = box.north() > BEYOND ? 0 : first(Box.row(box.north(), SIDE));
    var south = box.south() < -BEYOND ? SIDE - 1 : last(Box.row(box.south(), SIDE));
    return new Area(
        west,
        north,
        box.west() <= box.east() ? Math.max(west, east) : east,
        Math.max(north, south));
  }

  private static long first(double edge) {
    return Math.clamp((long) Math.floor(edge + NEARLY), 0, SIDE - 1);
  }

  private static long last(double edge) {
    return Math.clamp((long) Math.ceil(edge - NEARLY) - 1, 0, SIDE - 1);
  }

  /** Few that hold all of it, and some around. */
  List<Range> ranges() {
    var found = new ArrayList<Range>();
    var open = new ArrayDeque<>(List.of(new Square(0, 0, 0)));
    while (!open.isEmpty()) {
      var square = open.removeFirst();
      if (!touches(square)) {
        continue;
      }
      if (square.level() == LEVEL
          || contains(square)
          || found.size() + open.size() + 4 > MAX_RANGES) {
        found.add(square.range());
      } else {
        open.addAll(square.quarters());
      }
    }
    return List.copyOf(found);
  }

  private boolean touches(Square square) {
    var left = square.scale(square.x());
    var right = square.scale(square.x() + 1) - 1;
    var across = west <= east ? left <= east && right >= west : left <= east || right >= west;
    return across && square.scale(square.y()) <= south && square.scale(square.y() + 1) - 1 >= north;
  }

  private boolean contains(Square square) {
    var left = square.scale(square.x());
    var right = square.scale(square.x() + 1) - 1;
    var across = west <= east ? left >= west && right <= east : right <= east || left >= west;
    return across && square.scale(square.y()) >= north && square.scale(square.y() + 1) - 1 <= south;
  }

  /** All of it, and some around, in not too many squares. */
  Coarse coarse() {
    var level = LEVEL;
    while (level > COARSEST && !isFew(at(level))) {
      level -= 2;
    }
    return at(level);
  }

  private static boolean isFew(Coarse squares) {
    var columns = squares.east - squares.west;
    var around = columns < 0 ? columns + (1 << squares.level) : columns;
    return around < MAX_COARSE && squares.south - squares.north < MAX_COARSE;
  }

  private Coarse at(int level) {
    var less = LEVEL - level;
    return new Coarse(
        level,
        (int) (west >> less),
        (int) (north >> less),
        (int) (east >> less),
        (int) (south >> less));
  }

  /** Between the conditions that columns begin in the west, and end in the east. */
  String link() {
    return west <= east ? "and" : "or";
  }

  /** Whether a cell lies in it; its parameters are {@link #edges}. */
  String condition(String cell) {
    return "(%1$s & %2$d >= ? %3$s %1$s & %2$d <= ?) and %1$s & %4$d between ? and ?"
        .formatted(cell, COLUMN_BITS, link(), ROW_BITS);
  }

  /** Spreading keeps the order, so that what is spread can be compared. */
  List<Long> edges() {
    return List.of(spread(west) << 1, spread(east) << 1, spread(north), spread(south));
  }

  /** A zero before each of 20 bits, as the database does it. */
  private static long spread(long bits) {
    var spread = (bits | bits << 16) & 0x0000ffff0000ffffL;
    spread = (spread | spread << 8) & 0x00ff00ff00ff00ffL;
    spread = (spread | spread << 4) & 0x0f0f0f0f0f0f0f0fL;
    spread = (spread | spread << 2) & 0x3333333333333333L;
    return (spread | spread << 1) & 0x5555555555555555L;
  }
}
