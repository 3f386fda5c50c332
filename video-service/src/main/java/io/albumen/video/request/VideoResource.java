package io.albumen.video.request;

import io.albumen.common.UserId;
import io.albumen.common.cdn.CdnUrls;
import io.albumen.common.cdn.SignedUrl;
import io.albumen.common.paging.Cursors;
import io.albumen.common.paging.Page;
import io.albumen.common.security.Caller;
import io.albumen.video.film.RenderState;
import io.albumen.video.film.Video;
import io.albumen.video.film.VideoId;
import io.albumen.video.storage.FilmStore;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/videos")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class VideoResource {
  private static final String LISTING = "videos";
  private final VideoService videos;
  private final CdnUrls urls;
  private final Cursors cursors;
  private final Caller caller;

  VideoResource(VideoService videos, CdnUrls urls, Cursors cursors, Caller caller) {
    this.videos = videos;
    this.urls = urls;
    this.cursors = cursors;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "createVideo", summary = "Ask for a slideshow film")
  @APIResponse(
      responseCode = "202",
      description = "Accepted; follow it under Location",
      content = @Content(schema = @Schema(implementation = VideoView.class)))
  public RestResponse<VideoView> create(@NotNull @Valid CreateVideo request) {
    var seed = UUID.randomUUID().getMostSignificantBits() & Integer.MAX_VALUE;
    var video =
        videos.create(
            owner(),
            request.title().strip(),
            request.source().mediaIds(),
            request.toFilmOptions(seed));
    return accepted(video);
  }

  @GET
  @Operation(operationId = "listVideos", summary = "Own films, newest first")
  public Page<VideoView> list(
      @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
      @RestQuery @Nullable String cursor) {
    var before =
        cursor == null ? null : VideoId.fromString(cursors.decode(owner(), LISTING, cursor));
    var found = videos.list(owner(), limit + 1, before);
    var page = found.subList(0, Math.min(limit, found.size()));
    return new Page<>(
        page.stream().map(this::view).toList(), found.size() > limit ? cursorAfter(page) : null);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getVideo", summary = "One film and how far it is")
  public VideoView get(@RestPath VideoId id) {
    return view(videos.get(owner(), id));
  }

  @GET
  @Path("/{id}/content")
  @Operation(operationId = "getVideoContent", summary = "The film itself, under a signed URL")
  @APIResponse(
      responseCode = "200",
      description = "Where to read it, when JSON was asked for",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SignedUrl.class)))
  @APIResponse(responseCode = "307", description = "Read it there")
  @Produces(MediaType.WILDCARD)
  public RestResponse<SignedUrl> content(
      @RestPath VideoId id,
      @RestQuery @DefaultValue("false") boolean download,
      HttpHeaders headers) {
    var url = sign(videos.get(owner(), id), download);
    if (headers.getAcceptableMediaTypes().contains(MediaType.APPLICATION_JSON_TYPE)) {
      return RestResponse.ResponseBuilder.ok(url, MediaType.APPLICATION_JSON_TYPE).build();
    }
    return RestResponse.ResponseBuilder.<SignedUrl>create(RestResponse.Status.TEMPORARY_REDIRECT)
        .location(URI.create(url.url()))
        .build();
  }

  @POST
  @Path("/{id}/retry")
  @Operation(operationId = "retryVideo", summary = "Try a film that failed again")
  @APIResponse(
      responseCode = "202",
      description = "Accepted; follow it under Location",
      content = @Content(schema = @Schema(implementation = VideoView.class)))
  public RestResponse<VideoView> retry(@RestPath VideoId id) {
    return accepted(videos.retry(owner(), id));
  }

  @DELETE
  @Path("/{id}")
  @ResponseStatus(204)
  @Operation(
      operationId = "deleteVideo",
      summary = "Cancel a film that is being made, or delete one that is at rest")
  public void delete(@RestPath VideoId id) {
    videos.delete(owner(), id);
  }

  private RestResponse<VideoView> accepted(Video video) {
    return RestResponse.ResponseBuilder.<VideoView>create(RestResponse.Status.ACCEPTED)
        .location(URI.create("/api/v1/videos/" + video.id()))
        .entity(view(video))
        .build();
  }

  private SignedUrl sign(Video video, boolean download) {
    if (!(video.state() instanceof RenderState.Ready ready)) {
      throw new VideoException.NotReady();
    }
    var path = FilmStore.filmPath(ready.film().key());
    return download
        ? urls.sign(
            path,
            Map.of("response-content-disposition", FileName.attachment(video.request().title())))
        : urls.sign(path);
  }

  private VideoView view(Video video) {
    return VideoView.of(video, urls);
  }

  private String cursorAfter(List<Video> page) {
    return cursors.encode(owner(), LISTING, page.getLast().id().toString());
  }

  private UserId owner() {
    return caller.userId();
  }
}
