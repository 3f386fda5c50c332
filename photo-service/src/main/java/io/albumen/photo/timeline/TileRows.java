package io.albumen.photo.timeline;

import io.albumen.media.MediaFormat;
import io.albumen.photo.database.Row;
import org.jspecify.annotations.Nullable;

/** Reads tiles from rows of {@code media}. */
public final class TileRows {
  /** Of a table or alias {@code m}; all of them lie in the index of the timeline. */
  public static final String COLUMNS =
      """
      m.id, m.kind, m.state, m.rendition_key, m.width, m.height, m.thumbhash, m.taken_at,
      m.utc_offset_minutes, m.duration_ms, m.favorite, m.shelf, m.animated, m.live_video_id,
      m.city, m.country, m.local_time
      """;

  private TileRows() {}

  public static Tile read(Row row) {
    var state = row.constant("state", Tile.State.class);
    return new Tile(
        row.uuid("id"),
        row.constant("kind", MediaFormat.Kind.class),
        state,
        state == Tile.State.READY ? row.text("rendition_key") : null,
        ratio(row.integerOrNull("width"), row.integerOrNull("height")),
        row.textOrNull("thumbhash"),
        row.instant("taken_at"),
        row.integerOrNull("utc_offset_minutes"),
        row.numberOrNull("duration_ms"),
        look(row),
        row.localTime("local_time"));
  }

  private static Tile.Look look(Row row) {
    var city = row.textOrNull("city");
    return new Tile.Look(
        row.flag("favorite"),
        "ARCHIVE".equals(row.textOrNull("shelf")),
        row.flag("animated"),
        row.uuidOrNull("live_video_id") != null,
        city == null ? row.textOrNull("country") : city);
  }

  private static @Nullable Double ratio(@Nullable Integer width, @Nullable Integer height) {
    if (width == null || height == null || width == 0 || height == 0) {
      return null;
    }
    return Math.round(10_000.0 * width / height) / 10_000.0;
  }
}
