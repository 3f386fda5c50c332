package io.albumen.photo.content;

import io.albumen.common.Problem;
import io.albumen.common.security.ServiceCall;
import io.albumen.common.security.ServiceCaller;
import io.albumen.media.MediaFormat;
import io.albumen.photo.content.ContentService.Source;
import io.albumen.photo.media.MediaException;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.MediaState;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Originals for a service that acts for a user, each authorised for that user at every call. */
@Path("/internal/media/sources")
@PermitAll
@ServiceCall(from = "video-service")
@RunOnVirtualThread
@Tag(name = "internal")
class SourceResource {
  private final ContentService content;
  private final ServiceCaller caller;

  SourceResource(ContentService content, ServiceCaller caller) {
    this.content = content;
    this.caller = caller;
  }

  @Schema(name = "SourcesRequest")
  record SourcesRequest(
      @Schema(required = true) @NotEmpty @Size(max = 500) List<@NotNull UUID> mediaIds) {}

  @Schema(name = "Sources")
  record SourcesView(@Schema(required = true) List<SourceView> sources) {}

  /** One original; all but {@code mediaId}, {@code status} and {@code problem} only when OK. */
  @Schema(name = "Source")
  record SourceView(
      @Schema(required = true) UUID mediaId,
      @Schema(required = true) ItemResult.Status status,
      @Nullable Problem problem,
      MediaFormat.@Nullable Kind kind,
      @Nullable MediaState state,
      @Nullable String contentType,
      @Nullable Long sizeBytes,
      @Nullable String sha256,
      @Nullable Integer width,
      @Nullable Integer height,
      @Nullable Long durationMs,
      @Nullable Instant takenAt,
      @Nullable String url,
      @Nullable Instant expiresAt) {

    static SourceView of(Source source) {
      var item = source.item();
      var original = item.original();
      var findings = item.findings();
      return new SourceView(
          item.id().value(),
          ItemResult.Status.OK,
          null,
          item.kind(),
          item.state(),
          original.contentType(),
          original.sizeBytes(),
          original.sha256(),
          findings.width(),
          findings.height(),
          findings.durationMs(),
          item.taken().at(),
          source.content().url(),
          source.content().expiresAt());
    }

    static SourceView missing(UUID mediaId) {
      var problem = Problem.of(new MediaException.NotFound(new MediaId(mediaId)));
      return new SourceView(
          mediaId,
          ItemResult.Status.FAILED,
          problem,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null);
    }
  }

  @POST
  @Operation(
      operationId = "getSources",
      summary = "URLs of originals, in the order asked for; each once")
  public SourcesView find(@Valid @NotNull SourcesRequest request) {
    var ids = request.mediaIds().stream().distinct().toList();
    var found = content.sources(caller.userId(), ids);
    return new SourcesView(
        ids.stream()
            .map(
                id -> {
                  var source = found.get(id);
                  return source == null ? SourceView.missing(id) : SourceView.of(source);
                })
            .toList());
  }
}
