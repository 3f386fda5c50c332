package io.albumen.photo.processing;

import io.albumen.media.MediaFormat;
import io.albumen.photo.processing.engine.Processed;
import io.albumen.photo.processing.engine.RenditionFile;
import io.albumen.photo.processing.metadata.CameraInfo;
import io.albumen.photo.processing.metadata.GeoPoint;
import io.albumen.photo.processing.metadata.TakenAt;
import io.albumen.photo.processing.metadata.TrackInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a quick engine would make. */
public final class Made {
  private static final TakenAt NEW_YEAR =
      new TakenAt(Instant.parse("2021-01-01T04:59:58Z"), -300, TakenAt.Source.EXIF);

  private Made() {}

  /** Makes a photo taken in New York on the last evening of 2020. */
  public static Processed newYear(Path original, String type, String name, Path directory) {
    return photo(directory, null);
  }

  /** The same, half of a live photo if there is an id. */
  static Processed photo(Path directory, @Nullable String contentId) {
    return new Processed(
        MediaFormat.Kind.PHOTO,
        3024,
        4032,
        null,
        "1QcSHQRnh493V4dIh4eXh1h4kJUI",
        NEW_YEAR,
        new GeoPoint(40.758, -73.9855, null),
        new CameraInfo("Canon", "EOS R6", null, 0.01, 2.8, 100, 50.0),
        TrackInfo.NONE,
        new Processed.Traits(false, contentId),
        List.of(
            rendition(directory, "thumbnail.webp", "image/webp"),
            rendition(directory, "preview.jpg", "image/jpeg")));
  }

  /** The film half of a live photo. */
  static Processed film(Path directory, String contentId) {
    return new Processed(
        MediaFormat.Kind.VIDEO,
        1440,
        1080,
        2_800L,
        "1QcSHQRnh493V4dIh4eXh1h4kJUI",
        NEW_YEAR,
        null,
        null,
        new TrackInfo("mov", "hevc", "aac", 30.0, 8_000_000L, 44_100, 1, null, null, null),
        new Processed.Traits(false, contentId),
        List.of(rendition(directory, "thumbnail.webp", "image/webp")));
  }

  private static RenditionFile rendition(Path directory, String name, String contentType) {
    try {
      var made = Files.writeString(directory.resolve(name), name);
      return new RenditionFile(name, made, contentType, 188, 250);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
