package io.albumen.photo.processing.metadata;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import io.albumen.photo.processing.metadata.TakenAt.Source;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds when an original was taken in whatever its camera, phone or messenger left. Absurd times
 * count as none.
 */
final class TakenDates {
  private static final int FIRST_YEAR = 1826; // of the first photograph that is left
  private static final int LAST_YEAR = 2199;
  private static final int LARGEST_OFFSET_MINUTES = 14 * 60;

  private static final DateTimeFormatter EXIF_TIME =
      DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter ISO_TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);
  private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2}):?(\\d{2})");

  /**
   * {@code IMG_20240607_123456}, {@code PXL_20240607_123456789}, {@code Screenshot 2024-06-07 at
   * 12.34.56} …
   */
  private static final Pattern FILE_TIME =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d{2})[-_.]?(\\d{2})[-_.]?(\\d{2})(?:[-_ T.]|, | at )+"
              + "(\\d{2})[-_.:h]?(\\d{2})[-_.:m]?(\\d{2})(?:\\d{3})?(?!\\d)");

  /** {@code IMG-20240607-WA0012}, {@code 2024-06-07}: the day alone, which is taken as its noon. */
  private static final Pattern FILE_DAY =
      Pattern.compile("(?<!\\d)((?:19|20)\\d{2})([-_.]?)(\\d{2})\\2(\\d{2})(?!\\d)");

  private TakenDates() {}

  /** The most trusted time; none when nothing tells. */
  static Optional<TakenAt> find(Metadata metadata, Map<String, String> tags, String fileName) {
    return Optional.<TakenAt>empty()
        .or(() -> exifOriginal(metadata))
        .or(() -> exifDigitized(metadata))
        .or(() -> quickTime(tags))
        .or(() -> xmp(metadata))
        .or(() -> fileName(fileName))
        .or(() -> exifChanged(metadata));
  }

  private static Optional<TakenAt> exifOriginal(Metadata metadata) {
    return exif(
        metadata,
        ExifDirectoryBase.TAG_DATETIME_ORIGINAL,
        ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL,
        ExifDirectoryBase.TAG_SUBSECOND_TIME_ORIGINAL);
  }

  private static Optional<TakenAt> exifDigitized(Metadata metadata) {
    return exif(
        metadata,
        ExifDirectoryBase.TAG_DATETIME_DIGITIZED,
        ExifDirectoryBase.TAG_TIME_ZONE_DIGITIZED,
        ExifDirectoryBase.TAG_SUBSECOND_TIME_DIGITIZED);
  }

  private static Optional<TakenAt> exifChanged(Metadata metadata) {
    return exif(
        metadata,
        ExifDirectoryBase.TAG_DATETIME,
        ExifDirectoryBase.TAG_TIME_ZONE,
        ExifDirectoryBase.TAG_SUBSECOND_TIME);
  }

  private static Optional<TakenAt> exif(
      Metadata metadata, int timeTag, int zoneTag, int fractionTag) {
    return text(metadata, timeTag)
        .flatMap(text -> parse(text, EXIF_TIME))
        .map(time -> time.plus(fraction(text(metadata, fractionTag))))
        .flatMap(time -> taken(time, exifOffset(metadata, zoneTag, time), Source.EXIF));
  }

  private static Optional<String> text(Metadata metadata, int tag) {
    return Stream.concat(
            metadata.getDirectoriesOfType(ExifSubIFDDirectory.class).stream(),
            metadata.getDirectoriesOfType(ExifIFD0Directory.class).stream())
        .map((Directory directory) -> Optional.ofNullable(directory.getString(tag)))
        .flatMap(Optional::stream)
        .map(String::strip)
        .findFirst();
  }

  /** "095" is 95 thousandths of a second. */
  private static Duration fraction(Optional<String> digits) {
    return digits
        .filter(text -> text.matches("\\d{1,9}"))
        .map(text -> Duration.ofNanos(Long.parseLong((text + "00000000").substring(0, 9))))
        .orElse(Duration.ZERO);
  }

  /** As written, else the difference to the time that satellites gave, to a quarter of an hour. */
  private static @Nullable Integer exifOffset(Metadata metadata, int zoneTag, LocalDateTime local) {
    return text(metadata, zoneTag)
        .flatMap(TakenDates::offset)
        .or(() -> satelliteTime(metadata).flatMap(utc -> offsetBetween(local, utc)))
        .orElse(null);
  }

  private static Optional<Integer> offset(String text) {
    var parts = OFFSET.matcher(text);
    if (!parts.matches()) {
      return text.equals("Z") ? Optional.of(0) : Optional.empty();
    }
    int minutes = Integer.parseInt(parts.group(2)) * 60 + Integer.parseInt(parts.group(3));
    return Optional.of(parts.group(1).equals("-") ? -minutes : minutes)
        .filter(value -> Math.abs(value) <= LARGEST_OFFSET_MINUTES);
  }

  private static Optional<Instant> satelliteTime(Metadata metadata) {
    return Optional.ofNullable(metadata.getFirstDirectoryOfType(GpsDirectory.class))
        .flatMap(gps -> Optional.ofNullable(gps.getGpsDate()))
        .map(java.util.Date::toInstant);
  }

  /**
   * Receivers repeat their last fix, so a difference that is no offset of any country tells
   * nothing.
   */
  private static Optional<Integer> offsetBetween(LocalDateTime local, Instant utc) {
    double minutes = Duration.between(utc, local.toInstant(ZoneOffset.UTC)).toMillis() / 60_000.0;
    int quarters = (int) Math.round(minutes / 15);
    boolean plausible =
        Math.abs(minutes - quarters * 15) < 3 && Math.abs(quarters * 15) <= LARGEST_OFFSET_MINUTES;
    return plausible ? Optional.of(quarters * 15) : Optional.empty();
  }

  private static Optional<TakenAt> quickTime(Map<String, String> tags) {
    return Stream.of("com.apple.quicktime.creationdate", "creation_time", "date")
        .map(tags::get)
        .flatMap(Stream::ofNullable)
        .flatMap(text -> iso(text, Source.QUICKTIME).stream())
        .filter(taken -> taken.instant().isAfter(Instant.EPOCH)) // an unset clock counts from 1904
        .findFirst();
  }

  private static Optional<TakenAt> xmp(Metadata metadata) {
    return metadata.getDirectoriesOfType(XmpDirectory.class).stream()
        .map(XmpDirectory::getXMPMeta)
        .flatMap(
            xmp ->
                Stream.of(
                    property(xmp, "http://ns.adobe.com/exif/1.0/", "DateTimeOriginal"),
                    property(xmp, "http://ns.adobe.com/photoshop/1.0/", "DateCreated"),
                    property(xmp, "http://ns.adobe.com/xap/1.0/", "CreateDate")))
        .flatMap(Optional::stream)
        .flatMap(text -> iso(text, Source.XMP).stream())
        .findFirst();
  }

  private static Optional<String> property(XMPMeta xmp, String namespace, String name) {
    try {
      return Optional.ofNullable(xmp.getPropertyString(namespace, name));
    } catch (XMPException e) {
      return Optional.empty();
    }
  }

  private static Optional<TakenAt> iso(String text, Source source) {
    try {
      var parsed = ISO_TIME.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
      return switch (parsed) {
        case OffsetDateTime time ->
            taken(
                time.toLocalDateTime(),
                text.endsWith("Z")
                    ? utcOnly(source)
                    : Integer.valueOf(time.getOffset().getTotalSeconds() / 60),
                source);
        case LocalDateTime time -> taken(time, null, source);
        default -> Optional.empty();
      };
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * QuickTime's header counts in UTC and knows no other offset, so there "Z" says nothing of the
   * place.
   */
  private static @Nullable Integer utcOnly(Source source) {
    return source == Source.QUICKTIME ? null : Integer.valueOf(0);
  }

  private static Optional<TakenAt> fileName(String name) {
    var time = FILE_TIME.matcher(name);
    if (time.find()) {
      return fromName(time, 1, 2, 3, 4);
    }
    var day = FILE_DAY.matcher(name);
    return day.find() ? fromName(day, 1, 3, 4, 0) : Optional.empty();
  }

  private static Optional<TakenAt> fromName(Matcher name, int year, int month, int day, int hour) {
    try {
      var date =
          LocalDateTime.of(number(name, year), number(name, month), number(name, day), 12, 0);
      var time =
          hour == 0
              ? date
              : LocalDateTime.of(
                  date.getYear(),
                  date.getMonthValue(),
                  date.getDayOfMonth(),
                  number(name, hour),
                  number(name, hour + 1),
                  number(name, hour + 2));
      return taken(time, null, Source.FILE_NAME);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static Optional<LocalDateTime> parse(String text, DateTimeFormatter format) {
    try {
      return Optional.of(LocalDateTime.parse(text, format));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<TakenAt> taken(
      LocalDateTime local, @Nullable Integer offsetMinutes, Source source) {
    if (local.getYear() < FIRST_YEAR || local.getYear() > LAST_YEAR) {
      return Optional.empty();
    }
    var instant =
        local.minusMinutes(offsetMinutes == null ? 0 : offsetMinutes).toInstant(ZoneOffset.UTC);
    return Optional.of(new TakenAt(instant, offsetMinutes, source));
  }
}
