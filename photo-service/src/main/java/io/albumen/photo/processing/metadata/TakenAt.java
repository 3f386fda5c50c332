package io.albumen.photo.processing.metadata;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the original was taken.
 *
 * @param utcOffsetMinutes of the camera's clock; absent when the original does not tell, and then
 *     {@code instant} is its local time read as UTC
 */
public record TakenAt(Instant instant, @Nullable Integer utcOffsetMinutes, Source source) {

  /** Where the time was read, most trusted first. */
  public enum Source {
    EXIF,
    QUICKTIME,
    XMP,
    FILE_NAME
  }
}
