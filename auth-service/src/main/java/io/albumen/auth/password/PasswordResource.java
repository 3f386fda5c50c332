package io.albumen.auth.password;

import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.EmailText;
import io.albumen.auth.pool.Password;
import io.albumen.auth.session.SessionAnswers;
import io.albumen.auth.session.SessionView;
import io.albumen.common.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
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
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Ways to a new password. */
@Path("/api/v1/auth")
@PermitAll
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "passwords")
class PasswordResource {
  private final PasswordService passwords;
  private final SessionAnswers answers;
  private final Caller caller;

  PasswordResource(PasswordService passwords, SessionAnswers answers, Caller caller) {
    this.passwords = passwords;
    this.answers = answers;
    this.caller = caller;
  }

  @Schema(name = "ForgotPassword")
  record ForgotPassword(
      @EmailText @Schema(required = true, format = "email", maxLength = 254) String email) {
    @Override
    public String toString() {
      return "ForgotPassword[…]";
    }
  }

  @Schema(name = "ResetPassword")
  record ResetPassword(
      @EmailText @Schema(required = true, format = "email", maxLength = 254) String email,
      @NotNull @Pattern(regexp = "\\s*[0-9]{6}\\s*", message = "must be six digits") String code,
      @NotNull @Size(max = PasswordPolicy.MAX_LENGTH) String newPassword) {
    @Override
    public String toString() {
      return "ResetPassword[…]";
    }
  }

  @Schema(name = "ChangePassword")
  record ChangePassword(
      @NotEmpty @Size(max = PasswordPolicy.MAX_LENGTH) String oldPassword,
      @NotNull @Size(max = PasswordPolicy.MAX_LENGTH) String newPassword) {
    @Override
    public String toString() {
      return "ChangePassword[…]";
    }
  }

  @POST
  @Path("/forgot-password")
  @ResponseStatus(202)
  @Operation(
      operationId = "forgotPassword",
      summary = "Asks for a code that allows a new password",
      description = "The answer is the same whether or not the address is known.")
  @APIResponse(responseCode = "202", description = "Taken")
  public void forgot(@NotNull @Valid ForgotPassword request) {
    passwords.forgot(EmailAddress.of(request.email()));
  }

  @POST
  @Path("/reset-password")
  @Operation(
      operationId = "resetPassword",
      summary = "Sets a new password by the mailed code, and ends every session",
      description = "A wrong code is answered the same whether or not the address is known.")
  @APIResponse(responseCode = "204", description = "The new password counts")
  @APIResponse(responseCode = "400", description = "`weak-password`, `code-mismatch`")
  public void reset(@NotNull @Valid ResetPassword request) {
    passwords.reset(
        EmailAddress.of(request.email()),
        request.code().strip(),
        new Password(request.newPassword()));
  }

  @POST
  @Path("/change-password")
  @Authenticated
  @Operation(
      operationId = "changePassword",
      summary = "Changes the caller's password, ends every session and begins a fresh one",
      description =
          "Answers as a sign-in: with a second factor, the code is due before the fresh session.")
  @APIResponse(responseCode = "200", description = "The tokens, or the further proof that is due")
  @APIResponse(responseCode = "400", description = "`weak-password`")
  @APIResponse(
      responseCode = "401",
      description = "`unauthenticated`, `invalid-token`, `session-ended`")
  @APIResponse(responseCode = "403", description = "`wrong-password`")
  public RestResponse<SessionView> change(
      @NotNull @Valid ChangePassword request,
      @RestHeader(SessionAnswers.CLIENT_HEADER) @Nullable String client) {
    var result =
        passwords.change(
            caller.userId(),
            caller.token(),
            new Password(request.oldPassword()),
            new Password(request.newPassword()));
    return answers.to(client, result);
  }
}
