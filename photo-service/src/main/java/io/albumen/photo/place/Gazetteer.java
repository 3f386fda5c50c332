package io.albumen.photo.place;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The towns of the world in columns, from south to north, 15 bytes and its name for each: a
 * question looks at the band of latitudes that its answer can lie in. Immutable.
 *
 * <p>A town reaches as far as its people at 10,000 to the square kilometre would: what is d km from
 * its middle is d² − reach² away, the least of which is its town. So a suburb's centre is the
 * suburb, and what lies between a city's middle and its edge is the city.
 */
final class Gazetteer {
  private static final String RESOURCE = "places.bin.gz";
  private static final double UNITS = 1000;
  private static final double KILOMETERS_PER_DEGREE = 111.195;
  private static final double PEOPLE_PER_SQUARE_KILOMETER = 10_000;
  private static final int SIZES = 256;

  /** Square kilometres by size, as which a town counts in eighths of a power of two. */
  private static final float[] REACH_SQUARED = reaches();

  private final Region[] regions;

  /** In thousandths of a degree, ascending. */
  private final int[] latitudes;

  private final int[] longitudes;
  private final byte[] sizes;
  private final char[] regionOf;
  private final int[] nameEnds;
  private final byte[] names;

  private record Region(String countryCode, @Nullable String name) {}

  /** One town, with the region and country around it. */
  record Town(
      String name,
      @Nullable String region,
      String countryCode,
      double latitude,
      double longitude) {}

  private Gazetteer(DataInputStream input) throws IOException {
    regions = readRegions(input);
    var count = input.readInt();
    latitudes = readInts(input, count);
    longitudes = readInts(input, count);
    sizes = input.readNBytes(count);
    regionOf = new char[count];
    for (var i = 0; i < count; i++) {
      regionOf[i] = input.readChar();
    }
    nameEnds = new int[count];
    for (var i = 0; i < count; i++) {
      nameEnds[i] = input.readUnsignedByte() + (i == 0 ? 0 : nameEnds[i - 1]);
    }
    names = input.readNBytes(nameEnds[count - 1]);
  }

  static Gazetteer bundled() {
    try (var packed = Gazetteer.class.getResourceAsStream(RESOURCE);
        var input =
            new DataInputStream(
                new BufferedInputStream(
                    new GZIPInputStream(Objects.requireNonNull(packed, RESOURCE))))) {
      return new Gazetteer(input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Region[] readRegions(DataInputStream input) throws IOException {
    var read = new Region[input.readInt()];
    for (var i = 0; i < read.length; i++) {
      var countryCode = input.readUTF();
      var name = input.readUTF();
      read[i] = new Region(countryCode, name.isEmpty() ? null : name);
    }
    return read;
  }

  private static int[] readInts(DataInputStream input, int count) throws IOException {
    var read = new int[count];
    for (var i = 0; i < count; i++) {
      read[i] = input.readInt();
    }
    return read;
  }

  private static float[] reaches() {
    var squared = new float[SIZES];
    for (var size = 0; size < SIZES; size++) {
      var people = 1000 * Math.pow(2, size / 8.0);
      squared[size] = (float) (people / (PEOPLE_PER_SQUARE_KILOMETER * Math.PI));
    }
    return squared;
  }

  int size() {
    return latitudes.length;
  }

  Town town(int index) {
    var region = regions[regionOf[index]];
    var begin = index == 0 ? 0 : nameEnds[index - 1];
    return new Town(
        new String(names, begin, nameEnds[index] - begin, StandardCharsets.UTF_8),
        region.name(),
        region.countryCode(),
        latitudes[index] / UNITS,
        longitudes[index] / UNITS);
  }

  /** The town that the point belongs to, if the middle of any lies within so many kilometres. */
  Optional<Town> find(double latitude, double longitude, double kilometers) {
    var north = latitude * UNITS;
    var band = kilometers / KILOMETERS_PER_DEGREE * UNITS;
    var squeeze = Math.cos(Math.toRadians(latitude));
    var least = Double.POSITIVE_INFINITY;
    var found = -1;
    for (var i = firstNorthOf(north - band); i < size() && latitudes[i] <= north + band; i++) {
      var east = Math.abs(longitudes[i] - longitude * UNITS);
      var x = Math.min(east, 360 * UNITS - east) * squeeze;
      var y = latitudes[i] - north;
      var squared = squareKilometers(x * x + y * y);
      if (squared > kilometers * kilometers) {
        continue;
      }
      var distance = squared - REACH_SQUARED[Byte.toUnsignedInt(sizes[i])];
      if (distance < least) {
        least = distance;
        found = i;
      }
    }
    return found < 0 ? Optional.empty() : Optional.of(town(found));
  }

  private static double squareKilometers(double squareUnits) {
    var perUnit = KILOMETERS_PER_DEGREE / UNITS;
    return squareUnits * perUnit * perUnit;
  }

  private int firstNorthOf(double latitude) {
    var key = (int) Math.ceil(latitude);
    var at = Arrays.binarySearch(latitudes, key);
    if (at < 0) {
      return -at - 1;
    }
    while (at > 0 && latitudes[at - 1] == key) {
      at--;
    }
    return at;
  }
}
