package io.albumen.photo.timeline;

import io.albumen.common.cdn.SignedPrefix;
import io.albumen.common.security.Caller;
import io.albumen.media.MediaFormat;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/timeline/buckets")
@Authenticated
@RunOnVirtualThread
@Tag(name = "timeline")
class TimelineResource {
  private final TimelineService timeline;
  private final Caller caller;

  TimelineResource(TimelineService timeline, Caller caller) {
    this.timeline = timeline;
    this.caller = caller;
  }

  @Schema(name = "TimelineBucket")
  record BucketView(
      @Schema(required = true, description = "yyyy-mm") String bucket,
      @Schema(required = true) long count) {}

  /** Columns: what stands at one index in each array is one item. */
  @Schema(name = "TimelinePage")
  record PageView(
      @Schema(required = true, description = "yyyy-mm") String bucket,
      @Schema(required = true) List<UUID> id,
      @Schema(required = true, description = "null while there are no renditions")
          List<@Nullable String> renditionKey,
      @Schema(required = true, description = "Width by height; null where there is no picture")
          List<@Nullable Double> ratio,
      @Schema(required = true) List<@Nullable String> thumbhash,
      @Schema(required = true) List<MediaFormat.Kind> kind,
      @Schema(required = true) List<Tile.State> state,
      @Schema(required = true) List<Instant> takenAt,
      @Schema(required = true) List<@Nullable Integer> utcOffsetMinutes,
      @Schema(required = true) List<@Nullable Long> durationMs,
      @Schema(required = true) List<Boolean> favorite,
      @Schema(
              required = true,
              description = "A tile's URL is base + renditionKey + '/thumbnail.webp' + query")
          SignedPrefix renditions,
      @Nullable String nextCursor) {

    static PageView of(String bucket, TimelineService.Slice slice) {
      var tiles = slice.tiles();
      return new PageView(
          bucket,
          column(tiles, Tile::id),
          column(tiles, Tile::renditionKey),
          column(tiles, Tile::ratio),
          column(tiles, Tile::thumbhash),
          column(tiles, Tile::kind),
          column(tiles, Tile::state),
          column(tiles, Tile::takenAt),
          column(tiles, Tile::utcOffsetMinutes),
          column(tiles, Tile::durationMs),
          column(tiles, Tile::favorite),
          slice.renditions(),
          slice.nextCursor());
    }

    private static <T extends @Nullable Object> List<T> column(
        List<Tile> tiles, Function<Tile, T> cell) {
      var column = new ArrayList<T>(tiles.size());
      tiles.forEach(tile -> column.add(cell.apply(tile)));
      return column;
    }
  }

  @GET
  @Operation(operationId = "listBuckets", summary = "The months that hold anything, latest first")
  public List<BucketView> buckets() {
    return timeline.buckets(caller.userId()).stream()
        .map(bucket -> new BucketView(bucket.bucket(), bucket.count()))
        .toList();
  }

  @GET
  @Path("/{bucket}")
  @Operation(
      operationId = "getBucket",
      summary = "One month by local taken time, latest first, as columns")
  public PageView bucket(
      @RestPath @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])", message = "must be yyyy-mm")
          String bucket,
      @RestQuery @Nullable String cursor,
      @RestQuery @DefaultValue("1000") @Min(1) @Max(2000) int limit) {
    return PageView.of(bucket, timeline.bucket(caller.userId(), bucket, cursor, limit));
  }
}
