package io.albumen.auth.registration;

import io.albumen.auth.discretion.AnswerTime;
import io.albumen.auth.password.PasswordPolicy;
import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.EmailText;
import io.albumen.auth.pool.NewUser;
import io.albumen.auth.pool.Password;
import io.albumen.auth.pool.Profile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The way to an account; open to everyone. */
@Path("/api/v1/auth")
@PermitAll
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "registration")
@APIResponse(responseCode = "429", description = "`too-many-attempts`")
class RegistrationResource {
  private final RegistrationService registration;
  private final AnswerTime answerTime;

  RegistrationResource(RegistrationService registration, AnswerTime answerTime) {
    this.registration = registration;
    this.answerTime = answerTime;
  }

  /**
   * @param locale BCP 47; English when absent
   * @param timeZone IANA name; UTC when absent
   */
  @Schema(name = "SignUp")
  record SignUp(
      @EmailText @Schema(required = true, format = "email", maxLength = 254) String email,
      @NotNull @Size(max = PasswordPolicy.MAX_LENGTH) String password,
      @NotBlank @Size(max = Profile.MAX_NAME) String displayName,
      @Nullable String locale,
      @Nullable String timeZone) {

    NewUser toUser() {
      return new NewUser(
          EmailAddress.of(email),
          new Password(password),
          Profile.of(displayName, locale, timeZone));
    }

    @Override
    public String toString() {
      return "SignUp[…]";
    }
  }

  @Schema(name = "Confirm")
  record Confirm(
      @EmailText @Schema(required = true, format = "email", maxLength = 254) String email,
      @NotBlank @Pattern(regexp = "\\s*[0-9]{6}\\s*", message = "must be six digits") String code) {
    @Override
    public String toString() {
      return "Confirm[…]";
    }
  }

  @Schema(name = "ResendCode")
  record ResendCode(
      @EmailText @Schema(required = true, format = "email", maxLength = 254) String email) {
    @Override
    public String toString() {
      return "ResendCode[…]";
    }
  }

  @POST
  @Path("/sign-up")
  @ResponseStatus(202)
  @Operation(
      operationId = "signUp",
      summary = "Asks for an account; a code goes to the address",
      description = "The answer is the same whether or not the address is known.")
  @APIResponse(responseCode = "202", description = "Taken")
  @APIResponse(responseCode = "400", description = "`weak-password`, `sign-up-refused`")
  public void signUp(@NotNull @Valid SignUp request) {
    var user = request.toUser();
    answerTime.equalise(() -> registration.signUp(user));
  }

  @POST
  @Path("/confirm")
  @Operation(
      operationId = "confirm",
      summary = "Proves with the mailed code that the address is one's own",
      description = "The same code again, after a lost answer, succeeds again.")
  @APIResponse(responseCode = "204", description = "The account may be used")
  @APIResponse(responseCode = "400", description = "`code-mismatch`, `code-expired`")
  @APIResponse(responseCode = "409", description = "`address-taken`")
  public void confirm(@NotNull @Valid Confirm request) {
    var email = EmailAddress.of(request.email());
    answerTime.equalise(() -> registration.confirm(email, request.code().strip()));
  }

  @POST
  @Path("/resend-code")
  @ResponseStatus(202)
  @Operation(
      operationId = "resendCode",
      summary = "Asks for another code",
      description = "The answer is the same whether or not the address waits for one.")
  @APIResponse(responseCode = "202", description = "Taken")
  public void resendCode(@NotNull @Valid ResendCode request) {
    var email = EmailAddress.of(request.email());
    answerTime.equalise(() -> registration.resendCode(email));
  }
}
