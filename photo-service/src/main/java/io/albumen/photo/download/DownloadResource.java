package io.albumen.photo.download;

import io.albumen.common.security.Caller;
import io.albumen.photo.media.Fault;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/downloads")
@Authenticated
@RunOnVirtualThread
@Tag(name = "downloads")
class DownloadResource {
  private static final String PATH = "/api/v1/downloads/";

  private final DownloadService downloads;
  private final Caller caller;

  DownloadResource(DownloadService downloads, Caller caller) {
    this.downloads = downloads;
    this.caller = caller;
  }

  @Schema(name = "DownloadSelection")
  record Selection(
      @Schema(required = true) @NotNull @Size(min = 1, max = 10_000)
          List<@NotNull UUID> mediaIds) {}

  @Schema(name = "NewDownload")
  record NewDownload(
      @Schema(required = true) @NotNull @Size(min = 1, max = 10_000) List<@NotNull UUID> mediaIds,
      @Schema(description = "Of the archives; made safe") @Size(max = 200) @Nullable String name) {}

  @Schema(name = "DownloadSize")
  record SizeView(
      @Schema(required = true, description = "Files; a live photo is two") int itemCount,
      @Schema(required = true) long totalBytes,
      @Schema(required = true, description = "Archives it would take") int partCount,
      @Schema(required = true, description = "Ids that are not there") List<UUID> missing) {}

  @Schema(name = "DownloadPart")
  record PartView(
      @Schema(required = true, description = "From 1") int number,
      @Schema(required = true) String name,
      @Schema(required = true) long sizeBytes,
      @Schema(description = "Short-lived; only while READY") @Nullable String url) {}

  @Schema(name = "DownloadFailure")
  record FailureView(@Schema(required = true) String code, @Schema(required = true) String detail) {
    static @Nullable FailureView of(@Nullable Fault fault) {
      return fault == null ? null : new FailureView(fault.code(), fault.detail());
    }
  }

  @Schema(name = "Download")
  record DownloadView(
      @Schema(required = true) UUID id,
      @Schema(required = true) String name,
      @Schema(required = true) Download.State state,
      @Schema(required = true) int itemCount,
      @Schema(required = true) long totalBytes,
      @Schema(required = true) long doneBytes,
      @Schema(required = true) List<PartView> parts,
      @Schema(required = true) Instant createdAt,
      @Schema(description = "When the archives go") @Nullable Instant expiresAt,
      @Nullable FailureView failure) {

    static DownloadView of(DownloadService.Shown shown) {
      var download = shown.download();
      return new DownloadView(
          download.id().value(),
          download.name(),
          download.state(),
          download.itemCount(),
          download.totalBytes(),
          download.doneBytes(),
          shown.parts().stream()
              .map(part -> new PartView(part.number(), part.name(), part.sizeBytes(), part.url()))
              .toList(),
          download.createdAt(),
          download.expiresAt(),
          FailureView.of(download.failure()));
    }
  }

  @Schema(name = "DownloadList")
  record DownloadList(@Schema(required = true) List<DownloadView> items) {}

  @POST
  @Path("/check")
  @Operation(operationId = "checkDownload", summary = "How large a download would be")
  public SizeView check(@Valid @NotNull Selection request) {
    var ids = request.mediaIds().stream().distinct().toList();
    var size = downloads.check(caller.userId(), ids);
    return new SizeView(size.itemCount(), size.totalBytes(), size.partCount(), size.missing());
  }

  @POST
  @Operation(operationId = "createDownload", summary = "Has originals packed in the background")
  @APIResponse(
      responseCode = "202",
      description = "It is queued; Location tells where to look",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DownloadView.class)))
  public RestResponse<DownloadView> create(@Valid @NotNull NewDownload request) {
    var ids = request.mediaIds().stream().distinct().toList();
    var view = DownloadView.of(downloads.create(caller.userId(), ids, request.name()));
    return RestResponse.ResponseBuilder.<DownloadView>create(RestResponse.Status.ACCEPTED)
        .location(URI.create(PATH + view.id()))
        .entity(view)
        .build();
  }

  @GET
  @Operation(operationId = "listDownloads", summary = "Latest first")
  public DownloadList list() {
    return new DownloadList(
        downloads.list(caller.userId()).stream().map(DownloadView::of).toList());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getDownload", summary = "How far a download is")
  public DownloadView get(@RestPath DownloadId id) {
    return DownloadView.of(downloads.get(caller.userId(), id));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "deleteDownload",
      summary = "Calls a download off while it is made, else removes it; its archives go")
  public void delete(@RestPath DownloadId id) {
    downloads.remove(caller.userId(), id);
  }
}
