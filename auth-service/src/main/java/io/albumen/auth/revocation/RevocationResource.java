package io.albumen.auth.revocation;

import io.albumen.common.security.ServiceCall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For the gateway, which refuses the tokens. */
@Path("/internal/revocations")
@PermitAll
@ServiceCall(from = "gateway-service")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "internal")
class RevocationResource {
  private final Revocations revocations;

  RevocationResource(Revocations revocations) {
    this.revocations = revocations;
  }

  @Schema(name = "Revocations")
  record RevocationsView(@Schema(required = true) List<RevocationView> items) {}

  @Schema(name = "Revocation")
  record RevocationView(
      @Schema(required = true) UUID userId,
      @Schema(required = true, description = "A whole second; tokens with an earlier `iat` ended")
          Instant notBefore) {

    static RevocationView of(Revocation revocation) {
      return new RevocationView(revocation.user().value(), revocation.notBefore());
    }
  }

  @GET
  @Operation(
      operationId = "listRevocations",
      summary = "All access tokens that ended before their time",
      description = "Only for gateway-service, with a service token.")
  @APIResponse(responseCode = "200", description = "One entry for each person, in no order")
  @APIResponse(responseCode = "401", description = "`invalid-token`")
  public RevocationsView list() {
    return new RevocationsView(revocations.current().stream().map(RevocationView::of).toList());
  }
}
