package io.albumen.photo.processing.metadata;

import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.exif.makernotes.AppleMakernoteDirectory;
import io.albumen.media.MediaFormat;
import io.albumen.media.ProbedMedia;
import io.albumen.media.probe.EmbeddedMetadata;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an original tells of when, where and with what it was made. Nothing in it is trusted, absurd
 * values are none.
 */
public record OriginalMetadata(
    @Nullable TakenAt takenAt,
    @Nullable GeoPoint place,
    @Nullable CameraInfo camera,
    @Nullable String contentIdentifier) {
  private static final int LONGEST_TEXT = 100;
  private static final double LOWEST_METERS = -11_000;
  private static final double HIGHEST_METERS = 100_000;
  private static final String APPLE = "com.apple.quicktime.";

  private static final Pattern IDENTIFIER = Pattern.compile("[0-9A-Z-]{16,64}");

  /** {@code +48.8584+002.2945+035.000/}, as phones write it into videos. */
  private static final Pattern ISO_6709 =
      Pattern.compile(
          "([+-]\\d{1,2}(?:\\.\\d+)?)([+-]\\d{1,3}(?:\\.\\d+)?)([+-]\\d{1,5}(?:\\.\\d+)?)?.*");

  public static OriginalMetadata read(Path original, ProbedMedia media, String fileName) {
    boolean photo = media.format().kind() == MediaFormat.Kind.PHOTO;
    var metadata = photo ? EmbeddedMetadata.read(original, media.format()) : new Metadata();
    return new OriginalMetadata(
        TakenDates.find(metadata, photo ? Map.of() : media.tags(), fileName).orElse(null),
        exifPlace(metadata).or(() -> tagPlace(media.tags())).orElse(null),
        exifCamera(metadata).or(() -> tagCamera(media.tags())).orElse(null),
        contentIdentifier(metadata, media.tags()).orElse(null));
  }

  /** A UUID as a rule; anything else of its look does too. */
  private static Optional<String> contentIdentifier(Metadata metadata, Map<String, String> tags) {
    var apple = metadata.getFirstDirectoryOfType(AppleMakernoteDirectory.class);
    return Optional.ofNullable(
            apple == null
                ? tags.get(APPLE + "content.identifier")
                : apple.getString(AppleMakernoteDirectory.TAG_CONTENT_IDENTIFIER))
        .map(text -> text.strip().toUpperCase(Locale.ROOT))
        .filter(text -> IDENTIFIER.matcher(text).matches());
  }

  private static Optional<GeoPoint> exifPlace(Metadata metadata) {
    var gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
    var location = gps == null ? null : gps.getGeoLocation();
    return location == null ? Optional.empty() : exifPlace(gps, location);
  }

  private static Optional<GeoPoint> exifPlace(GpsDirectory gps, GeoLocation location) {
    var altitude = gps.getDoubleObject(GpsDirectory.TAG_ALTITUDE);
    var reference = gps.getInteger(GpsDirectory.TAG_ALTITUDE_REF);
    boolean below = reference != null && reference == 1;
    return place(
        location.getLatitude(),
        location.getLongitude(),
        altitude == null ? Double.NaN : below ? -altitude : altitude);
  }

  private static Optional<GeoPoint> tagPlace(Map<String, String> tags) {
    return Stream.of(APPLE + "location.iso6709", "location", "location-eng")
        .map(tags::get)
        .flatMap(Stream::ofNullable)
        .map(ISO_6709::matcher)
        .filter(java.util.regex.Matcher::matches)
        .findFirst()
        .flatMap(
            parts ->
                place(
                    Double.parseDouble(parts.group(1)),
                    Double.parseDouble(parts.group(2)),
                    parts.group(3) == null ? Double.NaN : Double.parseDouble(parts.group(3))));
  }

  /** 0° 0° is where receivers without a fix believe to be. */
  private static Optional<GeoPoint> place(double latitude, double longitude, double altitude) {
    boolean real =
        Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude != 0 || longitude != 0);
    boolean high = altitude >= LOWEST_METERS && altitude <= HIGHEST_METERS;
    return real
        ? Optional.of(new GeoPoint(latitude, longitude, high ? altitude : null))
        : Optional.empty();
  }

  private static Optional<CameraInfo> exifCamera(Metadata metadata) {
    var main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    var shot = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
    return known(
        new CameraInfo(
            text(main, ExifDirectoryBase.TAG_MAKE),
            text(main, ExifDirectoryBase.TAG_MODEL),
            text(shot, ExifDirectoryBase.TAG_LENS_MODEL),
            number(shot, ExifDirectoryBase.TAG_EXPOSURE_TIME, 1e-6, 86_400),
            number(shot, ExifDirectoryBase.TAG_FNUMBER, 0.3, 200),
            iso(shot),
            number(shot, ExifDirectoryBase.TAG_FOCAL_LENGTH, 0.1, 10_000)));
  }

  private static Optional<CameraInfo> tagCamera(Map<String, String> tags) {
    var make = clean(tags.getOrDefault(APPLE + "make", tags.get("com.android.manufacturer")));
    var model = clean(tags.getOrDefault(APPLE + "model", tags.get("com.android.model")));
    return known(new CameraInfo(make, model, null, null, null, null, null));
  }

  private static Optional<CameraInfo> known(CameraInfo camera) {
    boolean unknown = camera.equals(new CameraInfo(null, null, null, null, null, null, null));
    return unknown ? Optional.empty() : Optional.of(camera);
  }

  private static @Nullable String text(@Nullable Directory directory, int tag) {
    return directory == null ? null : clean(directory.getString(tag));
  }

  /** On one line, without control characters, of sane length; null when nothing is left. */
  static @Nullable String clean(@Nullable String text) {
    if (text == null) {
      return null;
    }
    var line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    var cut =
        line.substring(
            0,
            line.offsetByCodePoints(
                0, Math.min(LONGEST_TEXT, line.codePointCount(0, line.length()))));
    return cut.isEmpty() ? null : cut;
  }

  private static @Nullable Double number(
      @Nullable Directory directory, int tag, double least, double most) {
    var value = directory == null ? null : directory.getDoubleObject(tag);
    return value != null && value >= least && value <= most ? value : null;
  }

  private static @Nullable Integer iso(@Nullable Directory shot) {
    var value = number(shot, ExifDirectoryBase.TAG_ISO_EQUIVALENT, 1, 10_000_000);
    return value == null ? null : value.intValue();
  }
}
