package io.albumen.photo.media;

import io.albumen.common.UserId;
import io.albumen.media.MediaFormat;
import io.albumen.photo.database.Row;
import io.albumen.photo.place.PlaceName;
import org.jspecify.annotations.Nullable;

/** Reads rows of the library's tables. */
public final class MediaRows {
  private MediaRows() {}

  /** Of all columns of {@code media}. */
  public static MediaItem item(Row row) {
    return new MediaItem(
        new UserId(row.uuid("owner_id")),
        new MediaId(row.uuid("id")),
        row.constant("kind", MediaFormat.Kind.class),
        row.constant("state", MediaState.class),
        row.integer("version"),
        new Original(
            new FileName(row.text("name")),
            row.text("content_type"),
            row.number("size_bytes"),
            row.text("sha256")),
        row.text("rendition_key"),
        new Taken(
            row.instant("taken_at"),
            row.integerOrNull("utc_offset_minutes"),
            row.constant("taken_at_source", Taken.Source.class)),
        findings(row),
        details(row),
        fault(row),
        new MediaItem.Live(id(row, "live_video_id"), id(row, "live_photo_of")),
        row.instant("uploaded_at"),
        row.instantOrNull("trashed_at"));
  }

  private static @Nullable MediaId id(Row row, String column) {
    var value = row.uuidOrNull(column);
    return value == null ? null : new MediaId(value);
  }

  public static Rendition rendition(Row row) {
    return new Rendition(
        row.text("name"),
        row.text("content_type"),
        row.integer("width"),
        row.integer("height"),
        row.number("size_bytes"));
  }

  private static Details details(Row row) {
    return new Details(
        row.textOrNull("title"),
        row.textOrNull("description"),
        row.integerOrNull("rating"),
        row.flag("archived"),
        row.flag("favorite"),
        row.texts("tags"));
  }

  private static Findings findings(Row row) {
    return new Findings(
        row.integerOrNull("width"),
        row.integerOrNull("height"),
        row.numberOrNull("duration_ms"),
        row.textOrNull("thumbhash"),
        place(row),
        camera(row),
        new Findings.Details(row.flag("animated"), row.textOrNull("content_id"), track(row)));
  }

  private static Findings.@Nullable Track track(Row row) {
    var container = row.textOrNull("container");
    return container == null
        ? null
        : new Findings.Track(
            container,
            row.textOrNull("video_codec"),
            row.textOrNull("audio_codec"),
            row.realOrNull("frame_rate"),
            row.numberOrNull("bitrate"),
            row.integerOrNull("sample_rate"),
            row.integerOrNull("channels"),
            row.textOrNull("track_title"),
            row.textOrNull("artist"),
            row.textOrNull("album"));
  }

  private static Findings.@Nullable Place place(Row row) {
    var latitude = row.realOrNull("latitude");
    var longitude = row.realOrNull("longitude");
    return latitude == null || longitude == null
        ? null
        : new Findings.Place(
            latitude, longitude, row.realOrNull("altitude_meters"), placeName(row), source(row));
  }

  private static @Nullable PlaceName placeName(Row row) {
    var country = row.textOrNull("country");
    var code = row.textOrNull("country_code");
    return country == null || code == null
        ? null
        : new PlaceName(row.textOrNull("city"), row.textOrNull("region"), country, code);
  }

  private static Findings.Place.Source source(Row row) {
    return row.textOrNull("place_source") == null
        ? Findings.Place.Source.ORIGINAL
        : row.constant("place_source", Findings.Place.Source.class);
  }

  private static Findings.@Nullable Camera camera(Row row) {
    var camera =
        new Findings.Camera(
            row.textOrNull("camera_make"),
            row.textOrNull("camera_model"),
            row.textOrNull("lens"),
            row.realOrNull("exposure_seconds"),
            row.realOrNull("f_number"),
            row.integerOrNull("iso"),
            row.realOrNull("focal_length_mm"));
    return camera.isUnknown() ? null : camera;
  }

  private static @Nullable Fault fault(Row row) {
    var code = row.textOrNull("problem_code");
    var detail = row.textOrNull("problem_detail");
    return code == null || detail == null ? null : new Fault(code, detail);
  }
}
