package io.albumen.photo.content;

import io.albumen.common.cdn.SignedUrl;
import io.albumen.common.security.Caller;
import io.albumen.photo.content.ContentService.Purpose;
import io.albumen.photo.media.MediaId;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/media")
@Authenticated
@RunOnVirtualThread
@Tag(name = "media")
class MediaResource {
  private static final int MAX_IDS = 100;
  private final ContentService content;
  private final Caller caller;

  MediaResource(ContentService content, Caller caller) {
    this.content = content;
    this.caller = caller;
  }

  @Schema(name = "MediaList")
  record MediaList(@Schema(required = true) List<MediaView> items) {}

  @GET
  @Operation(
      operationId = "listMedia",
      summary = "Metadata of some items, without renditions; ids that are not there are left out")
  public MediaList list(
      @Parameter(required = true, description = "1 to 100 ids, separated by commas") @RestQuery
          @Nullable String ids) {
    var views =
        content.findAll(caller.userId(), parse(ids)).stream()
            .map(MediaView::of)
            .sorted(Comparator.comparing(MediaView::id))
            .toList();
    return new MediaList(views);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getMedia", summary = "All metadata of an item")
  public MediaView get(@RestPath MediaId id) {
    var files = content.get(caller.userId(), id);
    return MediaView.of(files.item(), files.renditions());
  }

  @GET
  @Path("/{id}/content")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getMediaContent",
      summary = "A short-lived URL of its content: followed by 307, or told to who accepts JSON")
  @APIResponse(responseCode = "307", description = "Go to the URL in Location")
  @APIResponse(
      responseCode = "200",
      description = "The URL",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SignedUrl.class)))
  public RestResponse<SignedUrl> content(
      @RestPath MediaId id,
      @Parameter(description = "original, preview, thumbnail, poster, playback, waveform or cover")
          @RestQuery
          @DefaultValue("preview")
          String variant,
      @Parameter(description = "Whether to save it under its name")
          @RestQuery
          @DefaultValue("false")
          boolean download,
      @HeaderParam(HttpHeaders.ACCEPT) @Parameter(hidden = true) @Nullable String accept) {
    var form = Variant.of(variant).orElseThrow(ContentException.UnknownVariant::new);
    var link = content.link(caller.userId(), id, form, download ? Purpose.SAVE : Purpose.VIEW);
    return asksForJson(accept) ? RestResponse.ok(link) : redirect(link);
  }

  private static RestResponse<SignedUrl> redirect(SignedUrl link) {
    return RestResponse.ResponseBuilder.<SignedUrl>create(RestResponse.Status.TEMPORARY_REDIRECT)
        .location(URI.create(link.url()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static boolean asksForJson(@Nullable String accept) {
    return accept != null && accept.contains(MediaType.APPLICATION_JSON);
  }

  private static List<UUID> parse(@Nullable String ids) {
    if (ids == null || ids.isBlank()) {
      throw new ContentException.BadIds("must name 1 to %d media".formatted(MAX_IDS));
    }
    var words = ids.split(",", -1);
    if (words.length > MAX_IDS) {
      throw new ContentException.BadIds("must name 1 to %d media".formatted(MAX_IDS));
    }
    try {
      return Arrays.stream(words).map(UUID::fromString).distinct().toList();
    } catch (IllegalArgumentException e) {
      throw new ContentException.BadIds("must be UUIDs separated by commas");
    }
  }
}
