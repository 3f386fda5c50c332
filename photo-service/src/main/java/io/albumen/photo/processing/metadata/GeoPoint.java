package io.albumen.photo.processing.metadata;

import org.jspecify.annotations.Nullable;

/** Where the original was taken, in decimal degrees and metres above the sea. */
public record GeoPoint(double latitude, double longitude, @Nullable Double altitudeMeters) {

  public GeoPoint {
    if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("no such place: %s %s".formatted(latitude, longitude));
    }
  }
}
