package io.albumen.auth.deletion;

import io.albumen.auth.deletion.DeletionResource.DeletionView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For those who have no account any more; a POST, so that no receipt is ever part of a URL. */
@Path("/api/v1/auth/deletion-status")
@PermitAll
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "deletion")
class DeletionStatusResource {
  private final DeletionService deletions;

  DeletionStatusResource(DeletionService deletions) {
    this.deletions = deletions;
  }

  @Schema(name = "DeletionReceipt")
  record DeletionReceipt(
      @NotNull @Pattern(regexp = Receipt.PATTERN, message = "must be a receipt") String receipt) {
    @Override
    public String toString() {
      return "DeletionReceipt[…]";
    }
  }

  @POST
  @Operation(
      operationId = "getDeletionByReceipt",
      summary = "How far the end of an account is",
      description = "Until 30 days after it is completed.")
  @APIResponse(responseCode = "200", description = "The deletion")
  @APIResponse(responseCode = "404", description = "`deletion-not-found`")
  public DeletionView get(@NotNull @Valid DeletionReceipt request) {
    var deletion = deletions.get(new Receipt(request.receipt()));
    return DeletionView.of(deletion, deletions.services(deletion)).withoutReceipt();
  }
}
