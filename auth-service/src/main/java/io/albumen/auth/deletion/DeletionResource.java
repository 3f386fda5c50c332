package io.albumen.auth.deletion;

import io.albumen.auth.pool.Password;
import io.albumen.common.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The end of one's own account. */
@Path("/api/v1/users/me")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "deletion")
class DeletionResource {
  private final DeletionService deletions;
  private final Caller caller;

  DeletionResource(DeletionService deletions, Caller caller) {
    this.deletions = deletions;
    this.caller = caller;
  }

  @Schema(name = "DeleteAccount")
  record DeleteAccount(@NotEmpty @Size(max = 256) String password) {
    @Override
    public String toString() {
      return "DeleteAccount[…]";
    }
  }

  @Schema(name = "Deletion")
  record DeletionView(
      @Nullable
          @Schema(
              description =
                  "Secret, to ask how far it is once signed out. Only in the answer to the"
                      + " request; the mail has it too")
          String receipt,
      @Schema(required = true) Deletion.State state,
      @Schema(required = true) Instant requestedAt,
      @Nullable Instant completedAt,
      @Schema(required = true) List<ServiceView> services) {

    static DeletionView of(Deletion deletion, List<String> services) {
      var receipt = deletion.receipt();
      return new DeletionView(
          receipt == null ? null : receipt.value(),
          deletion.state(),
          deletion.requestedAt(),
          deletion.completedAt(),
          services.stream()
              .map(service -> new ServiceView(service, deletion.erased().get(service)))
              .toList());
    }

    DeletionView withoutReceipt() {
      return new DeletionView(null, state, requestedAt, completedAt, services);
    }

    @Override
    public String toString() {
      return "DeletionView[" + state + "]";
    }
  }

  @Schema(name = "ErasingService")
  record ServiceView(
      @Schema(required = true, examples = "photo-service") String service,
      @Nullable @Schema(description = "Absent while it still holds something") Instant erasedAt) {}

  @DELETE
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "deleteMe",
      summary = "Ends the account and erases all it owns, everywhere",
      description =
          "Every session ends at once. Asked again, it answers the deletion that is under way.")
  @APIResponse(
      responseCode = "202",
      description = "It will happen",
      content = @Content(schema = @Schema(implementation = DeletionView.class)))
  @APIResponse(
      responseCode = "401",
      description = "`unauthenticated`, `invalid-token`, `account-gone`")
  @APIResponse(responseCode = "403", description = "`wrong-password`, `account-suspended`")
  public RestResponse<DeletionView> request(@NotNull @Valid DeleteAccount request) {
    var deletion = deletions.request(caller.userId(), new Password(request.password()));
    return ResponseBuilder.create(
            Status.ACCEPTED, DeletionView.of(deletion, deletions.services(deletion)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @GET
  @Path("/deletion")
  @Operation(
      operationId = "getDeletion",
      summary = "How far the end of the account is",
      description = "Works as long as the access token does; later, ask with the receipt.")
  @APIResponse(responseCode = "200", description = "The deletion")
  @APIResponse(responseCode = "401", description = "`unauthenticated`, `invalid-token`")
  @APIResponse(responseCode = "404", description = "`deletion-not-found`")
  public DeletionView get() {
    var deletion = deletions.get(caller.userId());
    return DeletionView.of(deletion, deletions.services(deletion)).withoutReceipt();
  }
}
