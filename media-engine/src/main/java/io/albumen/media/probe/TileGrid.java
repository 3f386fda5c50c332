package io.albumen.media.probe;

import com.fasterxml.jackson.databind.JsonNode;
import io.albumen.media.MediaFailure;
import io.albumen.media.MediaFailure.Reason;
import io.albumen.media.ProbedMedia.Tile;
import java.util.ArrayList;
import java.util.List;

/** Where the tiles of a HEIF grid belong, from ffprobe's description of it. */
final class TileGrid {
  private TileGrid() {}

  /**
   * Some writers list the tiles column by column and tell rows for columns. Such a grid is too
   * narrow or too low for its own picture, while its mirror image along the diagonal is not.
   */
  static List<Tile> tiles(JsonNode group) {
    var component = group.path("components").path(0);
    int canvasWidth = component.path("coded_width").asInt();
    int canvasHeight = component.path("coded_height").asInt();
    int width = component.path("width").asInt();
    int height = component.path("height").asInt();
    boolean covers = canvasWidth >= width && canvasHeight >= height;
    if (!covers && (canvasHeight < width || canvasWidth < height)) {
      throw new MediaFailure(Reason.CORRUPT, "Its tiles do not cover it");
    }
    var tiles = new ArrayList<Tile>();
    for (var part : component.path("subcomponents")) {
      int stream =
          group.path("streams").path(part.path("stream_index").asInt()).path("index").asInt();
      int across = part.path("tile_horizontal_offset").asInt();
      int down = part.path("tile_vertical_offset").asInt();
      tiles.add(covers ? new Tile(stream, across, down) : new Tile(stream, down, across));
    }
    return tiles;
  }
}
