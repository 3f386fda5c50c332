package io.albumen.photo.reprocessing;

import io.albumen.common.UserId;
import io.albumen.common.security.Caller;
import io.albumen.media.MediaFormat;
import io.albumen.photo.reprocessing.Reprocessing.Scope;
import io.albumen.photo.reprocessing.Reprocessing.Selection;
import io.albumen.photo.reprocessing.Reprocessing.State;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/admin/photo/reprocessing")
@RolesAllowed("admin")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
class ReprocessingResource {
  private static final Logger LOG = Logger.getLogger(ReprocessingResource.class);
  private final ReprocessingService jobs;
  private final Caller caller;

  ReprocessingResource(ReprocessingService jobs, Caller caller) {
    this.jobs = jobs;
    this.caller = caller;
  }

  @Schema(name = "StartReprocessing")
  record StartReprocessing(
      @Schema(required = true) @NotNull Scope scope,
      @Schema(description = "Those alone") MediaFormat.@Nullable Kind kind,
      @Schema(description = "Whose alone; required with mediaIds") @Nullable UUID userId,
      @Schema(description = "With the scope IDS") @Size(min = 1, max = 500)
          @Nullable List<@NotNull UUID> mediaIds) {}

  @Schema(name = "Reprocessing")
  record ReprocessingView(
      @Schema(required = true) UUID id,
      @Schema(required = true) Scope scope,
      MediaFormat.@Nullable Kind kind,
      @Nullable UUID userId,
      @Schema(required = true) State state,
      @Schema(required = true, description = "Found so far; grows while media are listed")
          long total,
      @Schema(required = true) long done,
      @Schema(required = true, description = "Left as they were") long failed,
      @Schema(required = true) Instant createdAt,
      @Nullable Instant finishedAt) {
    static ReprocessingView of(Reprocessing job) {
      var owner = job.selection().owner();
      return new ReprocessingView(
          job.id(),
          job.selection().scope(),
          job.selection().kind(),
          owner == null ? null : owner.value(),
          job.state(),
          job.total(),
          job.done(),
          job.failed(),
          job.createdAt(),
          job.finishedAt());
    }
  }

  @Schema(name = "Reprocessings")
  record ReprocessingList(@Schema(required = true) List<ReprocessingView> items) {}

  @POST
  @Operation(
      operationId = "startReprocessing",
      summary = "Makes renditions and findings anew, slowly, beside what is uploaded")
  @APIResponse(
      responseCode = "202",
      description = "It goes on in the background",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ReprocessingView.class)))
  public RestResponse<ReprocessingView> start(@Valid @NotNull StartReprocessing request) {
    var owner = request.userId() == null ? null : new UserId(request.userId());
    var selection = new Selection(request.scope(), request.kind(), owner);
    ReprocessingService.check(selection, request.mediaIds() != null);
    var job =
        owner == null || request.mediaIds() == null
            ? jobs.start(selection)
            : jobs.start(selection, owner, request.mediaIds().stream().distinct().toList());
    LOG.infof("reprocessing started job=%s by=%s", job.id(), caller.userId());
    return RestResponse.ResponseBuilder.<ReprocessingView>create(RestResponse.Status.ACCEPTED)
        .location(URI.create("/api/v1/admin/photo/reprocessing/" + job.id()))
        .entity(ReprocessingView.of(job))
        .build();
  }

  @GET
  @Operation(operationId = "listReprocessing", summary = "The latest hundred jobs, newest first")
  public ReprocessingList list() {
    return new ReprocessingList(jobs.list().stream().map(ReprocessingView::of).toList());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getReprocessing", summary = "A job and how far it is")
  public ReprocessingView get(@RestPath UUID id) {
    return ReprocessingView.of(jobs.get(id));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "cancelReprocessing",
      summary = "Cancels a job that runs; what is done of it stays")
  public ReprocessingView cancel(@RestPath UUID id) {
    var job = jobs.cancel(id);
    LOG.infof("reprocessing cancelled job=%s by=%s", id, caller.userId());
    return ReprocessingView.of(job);
  }
}
