package io.albumen.photo.trash;

import io.albumen.common.cdn.SignedPrefix;
import io.albumen.media.MediaFormat;
import io.albumen.photo.media.Findings;
import io.albumen.photo.media.MediaItem;
import io.albumen.photo.media.MediaState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Columns as the timeline has them: what stands at one index in each array is one item. */
@Schema(name = "TrashPage")
record TrashColumns(
    @Schema(required = true) List<UUID> id,
    @Schema(required = true, description = "null while there are no renditions")
        List<@Nullable String> renditionKey,
    @Schema(required = true, description = "Width by height; null where there is no picture")
        List<@Nullable Double> ratio,
    @Schema(required = true) List<@Nullable String> thumbhash,
    @Schema(required = true) List<MediaFormat.Kind> kind,
    @Schema(required = true) List<MediaState> state,
    @Schema(required = true) List<Instant> takenAt,
    @Schema(required = true) List<@Nullable Integer> utcOffsetMinutes,
    @Schema(required = true) List<@Nullable Long> durationMs,
    @Schema(required = true) List<Boolean> favorite,
    @Schema(required = true) List<Boolean> archived,
    @Schema(required = true) List<Boolean> animated,
    @Schema(required = true, description = "Whether a film belongs to the photo")
        List<Boolean> live,
    @Schema(required = true, description = "City, else country") List<@Nullable String> place,
    @Schema(required = true) List<Instant> trashedAt,
    @Schema(required = true, description = "When it goes for good") List<Instant> purgeAt,
    @Schema(
            required = true,
            description = "A tile's URL is base + renditionKey + '/thumbnail.webp' + query")
        SignedPrefix renditions,
    @Nullable String nextCursor,
    @Schema(required = true, description = "Items in all") long count,
    @Schema(required = true, description = "Bytes of all their originals") long sizeBytes) {

  static TrashColumns of(TrashService.Slice slice) {
    var rows = slice.items();
    return new TrashColumns(
        column(rows, row -> row.item().id().value()),
        column(
            rows, row -> row.item().state() == MediaState.READY ? row.item().renditionKey() : null),
        column(rows, row -> ratio(row.item().findings())),
        column(rows, row -> row.item().findings().thumbhash()),
        column(rows, row -> row.item().kind()),
        column(rows, row -> row.item().state()),
        column(rows, row -> row.item().taken().at()),
        column(rows, row -> row.item().taken().utcOffsetMinutes()),
        column(rows, row -> row.item().findings().durationMs()),
        column(rows, row -> row.item().details().favorite()),
        column(rows, row -> row.item().details().archived()),
        column(rows, row -> row.item().findings().details().animated()),
        column(rows, row -> row.item().live().video() != null),
        column(rows, row -> place(row.item())),
        column(rows, row -> row.trashed().trashedAt()),
        column(rows, row -> row.trashed().purgeAt()),
        slice.renditions(),
        slice.nextCursor(),
        slice.total().count(),
        slice.total().sizeBytes());
  }

  private static <T extends @Nullable Object> List<T> column(
      List<TrashService.Listed> rows, Function<TrashService.Listed, T> cell) {
    var column = new ArrayList<T>(rows.size());
    rows.forEach(row -> column.add(cell.apply(row)));
    return column;
  }

  private static @Nullable Double ratio(Findings findings) {
    var width = findings.width();
    var height = findings.height();
    return width == null || height == null || width == 0 || height == 0
        ? null
        : Math.round(10_000.0 * width / height) / 10_000.0;
  }

  private static @Nullable String place(MediaItem item) {
    var place = item.findings().place();
    var name = place == null ? null : place.name();
    if (name == null) {
      return null;
    }
    return name.city() == null ? name.country() : name.city();
  }
}
