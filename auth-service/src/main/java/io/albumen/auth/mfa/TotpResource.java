package io.albumen.auth.mfa;

import io.albumen.auth.pool.Password;
import io.albumen.common.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** One's own authenticator app. */
@Path("/api/v1/users/me/mfa/totp")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mfa")
@APIResponse(
    responseCode = "401",
    description = "`unauthenticated`, `invalid-token`, `session-ended`")
class TotpResource {
  private final TotpService totp;
  private final Caller caller;

  TotpResource(TotpService totp, Caller caller) {
    this.totp = totp;
    this.caller = caller;
  }

  @Schema(name = "TotpSetup")
  record TotpSetup(
      @Schema(required = true, description = "Base 32, to be typed in") String secret,
      @Schema(required = true, description = "The same, as a QR code tells it") String otpauthUri) {

    static TotpSetup of(TotpSecret secret) {
      return new TotpSetup(secret.letters(), secret.uri().toString());
    }

    @Override
    public String toString() {
      return "TotpSetup[…]";
    }
  }

  @Schema(name = "VerifyTotp")
  record VerifyTotp(
      @NotNull @Pattern(regexp = "\\s*[0-9]{6}\\s*", message = "must be six digits") String code) {
    @Override
    public String toString() {
      return "VerifyTotp[…]";
    }
  }

  @Schema(name = "TurnOffTotp")
  record TurnOffTotp(@NotEmpty @Size(max = 256) String password) {
    @Override
    public String toString() {
      return "TurnOffTotp[…]";
    }
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "beginTotp",
      summary = "A secret for an authenticator app",
      description = "Nothing asks for codes until one of them is verified. The last secret counts.")
  @APIResponse(
      responseCode = "200",
      description = "The secret",
      content = @Content(schema = @Schema(implementation = TotpSetup.class)))
  @APIResponse(responseCode = "409", description = "`mfa-already-enabled`")
  public RestResponse<TotpSetup> begin() {
    var secret = totp.begin(caller.userId(), caller.token());
    return ResponseBuilder.ok(TotpSetup.of(secret))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @POST
  @Path("/verify")
  @Operation(
      operationId = "verifyTotp",
      summary = "Proves that the app has the secret; sign-ins ask for codes from now on")
  @APIResponse(responseCode = "204", description = "The app is in use")
  @APIResponse(responseCode = "400", description = "`code-mismatch`")
  @APIResponse(responseCode = "409", description = "`mfa-already-enabled`, `totp-not-begun`")
  @APIResponse(responseCode = "429", description = "`too-many-attempts`")
  public void verify(@NotNull @Valid VerifyTotp request) {
    totp.verify(caller.userId(), caller.token(), request.code().strip());
  }

  @DELETE
  @Operation(
      operationId = "turnOffTotp",
      summary = "Sign-ins ask for no code any more",
      description = "Where none was asked for, that is no failure.")
  @APIResponse(responseCode = "204", description = "No app is in use")
  @APIResponse(responseCode = "403", description = "`wrong-password`")
  public void turnOff(@NotNull @Valid TurnOffTotp request) {
    totp.turnOff(caller.userId(), caller.token(), new Password(request.password()));
  }
}
