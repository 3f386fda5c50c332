package io.albumen.photo.reconciliation;

import io.albumen.photo.reconciliation.Reconciliation.Finding;
import io.albumen.photo.reconciliation.Reconciliation.State;
import io.albumen.photo.reconciliation.Reconciliation.Type;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/admin/photo/reconciliation")
@RolesAllowed("admin")
@RunOnVirtualThread
@Tag(name = "administration")
class ReconciliationResource {
  private final ReconciliationService reconciliations;

  ReconciliationResource(ReconciliationService reconciliations) {
    this.reconciliations = reconciliations;
  }

  @Schema(name = "NewReconciliation")
  record NewReconciliation(
      @Schema(description = "Reads every original again") @Nullable Boolean verifyHashes) {}

  @Schema(name = "ReconciliationFinding")
  record FindingView(
      @Schema(required = true) Type type,
      @Schema(required = true) String objectKey,
      @Schema(required = true) UUID ownerId,
      @Nullable UUID mediaId) {
    static FindingView of(Finding finding) {
      return new FindingView(
          finding.type(), finding.objectKey(), finding.owner(), finding.mediaId());
    }
  }

  @Schema(name = "Reconciliation")
  record ReconciliationView(
      @Schema(required = true) UUID id,
      @Schema(required = true) State state,
      @Schema(required = true) boolean verifyHashes,
      @Schema(required = true) Instant startedAt,
      @Nullable Instant finishedAt,
      @Schema(required = true) long objectsWithoutRows,
      @Schema(required = true) long rowsWithoutObjects,
      @Schema(required = true) long hashMismatches,
      @Schema(required = true, description = "The first 200 that are not repaired")
          List<FindingView> findings) {

    static ReconciliationView of(ReconciliationService.Report report) {
      var found = report.reconciliation();
      var counts = found.counts();
      return new ReconciliationView(
          found.id(),
          found.state(),
          found.verifiesHashes(),
          found.startedAt(),
          found.finishedAt(),
          counts.objectsWithoutRows(),
          counts.rowsWithoutObjects(),
          counts.hashMismatches(),
          report.findings().stream().map(FindingView::of).toList());
    }
  }

  @Schema(name = "ReconciliationRepair")
  record RepairView(
      @Schema(required = true, description = "Objects that go") int disposed,
      @Schema(required = true, description = "Items marked FAILED; their owners were told")
          int failed,
      @Schema(required = true, description = "In order by now, or for a person to look at")
          int left) {}

  @POST
  @ResponseStatus(202)
  @Operation(
      operationId = "startReconciliation",
      summary = "Begins to compare all objects with all rows")
  @APIResponse(
      responseCode = "202",
      description = "It runs in the background",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ReconciliationView.class)))
  public ReconciliationView start(@Valid @NotNull NewReconciliation request) {
    return ReconciliationView.of(
        reconciliations.start(Boolean.TRUE.equals(request.verifyHashes())));
  }

  @GET
  @Operation(operationId = "getLatestReconciliation", summary = "The latest")
  public ReconciliationView latest() {
    return ReconciliationView.of(reconciliations.get(null));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getReconciliation", summary = "What one has found")
  public ReconciliationView get(@RestPath UUID id) {
    return ReconciliationView.of(reconciliations.get(id));
  }

  @POST
  @Path("/{id}/repair")
  @Operation(
      operationId = "repairReconciliation",
      summary = "Mends what was found, as far as it is still so")
  public RepairView repair(@RestPath UUID id) {
    var repaired = reconciliations.repair(id);
    return new RepairView(repaired.disposed(), repaired.failed(), repaired.left());
  }
}
