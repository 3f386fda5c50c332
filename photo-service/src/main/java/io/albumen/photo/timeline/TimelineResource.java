package io.albumen.photo.timeline;

import io.albumen.common.cdn.SignedPrefix;
import io.albumen.common.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
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

  /** Part of a month. */
  @Schema(name = "TimelinePage")
  static final class PageView extends TileColumns {
    @Schema(required = true, description = "yyyy-mm")
    public final String bucket;

    @Schema(
        required = true,
        description = "A tile's URL is base + renditionKey + '/thumbnail.webp' + query")
    public final SignedPrefix renditions;

    public final @Nullable String nextCursor;

    private PageView(String bucket, Tiles.Slice slice) {
      super(slice.tiles());
      this.bucket = bucket;
      this.renditions = slice.renditions();
      this.nextCursor = slice.nextCursor();
    }
  }

  @GET
  @Operation(operationId = "listBuckets", summary = "The months that hold anything, latest first")
  public List<BucketView> buckets(@BeanParam Filters filters) {
    return timeline.buckets(caller.userId(), filters.criteria()).stream()
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
      @BeanParam Filters filters,
      @RestQuery @Nullable String cursor,
      @RestQuery @DefaultValue("800") @Min(1) @Max(800) int limit) {
    return new PageView(
        bucket, timeline.bucket(caller.userId(), bucket, filters.criteria(), cursor, limit));
  }
}
