package io.albumen.photo.media;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When an item was taken.
 *
 * @param utcOffsetMinutes of the clock where it was taken; absent if unknown, and then {@code at}
 *     is that clock's time read as UTC
 */
public record Taken(Instant at, @Nullable Integer utcOffsetMinutes, Source source) {

  /** Where the time comes from. */
  public enum Source {
    EXIF,
    QUICKTIME,
    XMP,
    FILE_NAME,
    /** Nothing better is known than when it was uploaded. */
    UPLOAD,
    /** Set by hand; processing leaves it as it is. */
    EDITED
  }

  /** The same, at another time. */
  public Taken at(Instant changed) {
    return new Taken(changed, utcOffsetMinutes, source);
  }

  /** What the clock showed where it was taken. */
  public LocalDateTime localTime() {
    var minutes = utcOffsetMinutes == null ? 0 : utcOffsetMinutes;
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC).plusMinutes(minutes);
  }

  /** The month of the timeline it belongs to, {@code yyyy-mm}. */
  public String bucket() {
    var local = localTime();
    return "%04d-%02d".formatted(local.getYear(), local.getMonthValue());
  }
}
