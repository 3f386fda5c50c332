package io.albumen.photo.map;

import io.albumen.common.cdn.SignedPrefix;
import io.albumen.common.security.Caller;
import io.albumen.photo.timeline.Box;
import io.albumen.photo.timeline.Filters;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/map")
@Authenticated
@RunOnVirtualThread
@Tag(name = "search")
class MapResource {
  private final MapService map;
  private final Caller caller;

  MapResource(MapService map, Caller caller) {
    this.map = map;
    this.caller = caller;
  }

  /** Items near each other; a single one when {@code count} is 1. */
  @Schema(name = "MapMarker")
  record MarkerView(
      @Schema(required = true, description = "Of the middle of its items") double latitude,
      @Schema(required = true) double longitude,
      @Schema(required = true) long count,
      @Schema(required = true, description = "west, south, east, north of where they lie")
          List<Double> bbox,
      @Schema(required = true, description = "One of its items") UUID mediaId,
      @Nullable String renditionKey) {
    static MarkerView of(Cluster cluster, MapView view) {
      var box = view.box(cluster.x(), cluster.y());
      return new MarkerView(
          cluster.latitude(),
          cluster.longitude(),
          cluster.count(),
          List.of(box.west(), box.south(), box.east(), box.north()),
          cluster.mediaId(),
          cluster.renditionKey());
    }
  }

  @Schema(name = "MapMarkers")
  record MarkerList(
      @Schema(required = true) List<MarkerView> items,
      @Schema(
              required = true,
              description = "A tile's URL is base + renditionKey + '/thumbnail.webp' + query")
          SignedPrefix renditions) {}

  @GET
  @Path("/markers")
  @Operation(
      operationId = "listMarkers",
      summary = "Items within a box, those near each other together")
  public MarkerList markers(
      @Parameter(
              required = true,
              description = "west,south,east,north; west beyond east crosses the date line")
          @RestQuery
          @NotNull
          @Size(max = 200)
          @Nullable String bbox,
      @RestQuery @NotNull @Min(0) @Max(20) @Parameter(required = true) @Nullable Integer zoom,
      @BeanParam @Valid Filters filters) {
    var view =
        MapView.of(Box.parse(bbox).orElseThrow(MapException.BadBox::new), zoom == null ? 0 : zoom);
    var markers = map.markers(caller.userId(), filters.criteria(), view);
    return new MarkerList(
        markers.clusters().stream().map(cluster -> MarkerView.of(cluster, view)).toList(),
        markers.renditions());
  }
}
