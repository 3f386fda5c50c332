package io.albumen.photo.timeline;

import io.albumen.media.MediaFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Tiles as columns: what stands at one index in each array is one item. A class, as pages add to
 * its members.
 */
@Schema(name = "TileColumns")
public class TileColumns {
  @Schema(required = true)
  public final List<UUID> id;

  @Schema(required = true, description = "null while there are no renditions")
  public final List<@Nullable String> renditionKey;

  @Schema(required = true, description = "Width by height; null where there is no picture")
  public final List<@Nullable Double> ratio;

  @Schema(required = true)
  public final List<@Nullable String> thumbhash;

  @Schema(required = true)
  public final List<MediaFormat.Kind> kind;

  @Schema(required = true)
  public final List<Tile.State> state;

  @Schema(required = true)
  public final List<Instant> takenAt;

  @Schema(required = true)
  public final List<@Nullable Integer> utcOffsetMinutes;

  @Schema(required = true)
  public final List<@Nullable Long> durationMs;

  @Schema(required = true)
  public final List<Boolean> favorite;

  @Schema(required = true)
  public final List<Boolean> archived;

  @Schema(required = true, description = "Whether the picture moves")
  public final List<Boolean> animated;

  @Schema(required = true, description = "Whether a film belongs to the photo")
  public final List<Boolean> live;

  @Schema(required = true, description = "City, else country")
  public final List<@Nullable String> place;

  public TileColumns(List<Tile> tiles) {
    id = column(tiles, Tile::id);
    renditionKey = column(tiles, Tile::renditionKey);
    ratio = column(tiles, Tile::ratio);
    thumbhash = column(tiles, Tile::thumbhash);
    kind = column(tiles, Tile::kind);
    state = column(tiles, Tile::state);
    takenAt = column(tiles, Tile::takenAt);
    utcOffsetMinutes = column(tiles, Tile::utcOffsetMinutes);
    durationMs = column(tiles, Tile::durationMs);
    favorite = column(tiles, tile -> tile.look().favorite());
    archived = column(tiles, tile -> tile.look().archived());
    animated = column(tiles, tile -> tile.look().animated());
    live = column(tiles, tile -> tile.look().live());
    place = column(tiles, tile -> tile.look().place());
  }

  protected static <T extends @Nullable Object> List<T> column(
      List<Tile> tiles, Function<Tile, T> cell) {
    var column = new ArrayList<T>(tiles.size());
    tiles.forEach(tile -> column.add(cell.apply(tile)));
    return column;
  }
}
