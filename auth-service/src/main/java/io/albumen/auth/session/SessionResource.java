package io.albumen.auth.session;

import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.EmailText;
import io.albumen.auth.pool.Password;
import io.albumen.auth.session.SessionView.TokenView;
import io.albumen.common.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Sessions of people, in browsers and elsewhere. */
@Path(RefreshCookie.PATH)
@PermitAll
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sessions")
class SessionResource {
  private static final int MAX_TOKEN = 8192;

  private final SessionService sessions;
  private final SessionAnswers answers;
  private final CookieGuard guard;
  private final Caller caller;

  SessionResource(
      SessionService sessions, SessionAnswers answers, CookieGuard guard, Caller caller) {
    this.sessions = sessions;
    this.answers = answers;
    this.guard = guard;
    this.caller = caller;
  }

  @Schema(name = "SignIn")
  record SignIn(
      @EmailText @Schema(required = true, format = "email", maxLength = 254) String email,
      @NotEmpty @Size(max = 256) String password) {
    @Override
    public String toString() {
      return "SignIn[…]";
    }
  }

  /**
   * @param session as the sign-in answered it
   */
  @Schema(name = "AnswerChallenge")
  record AnswerChallenge(
      @EmailText @Schema(required = true, format = "email", maxLength = 254) String email,
      @NotBlank @Size(max = MAX_TOKEN) String session,
      @NotNull @Pattern(regexp = "\\s*[0-9]{6}\\s*", message = "must be six digits") String code) {
    @Override
    public String toString() {
      return "AnswerChallenge[…]";
    }
  }

  /** For clients without cookies; wins over a cookie. */
  @Schema(name = "RefreshToken")
  record RefreshToken(@Size(min = 1, max = MAX_TOKEN) @Nullable String refreshToken) {
    @Override
    public String toString() {
      return "RefreshToken[…]";
    }
  }

  @POST
  @Path("/sign-in")
  @Operation(
      operationId = "signIn",
      summary = "Begins a session",
      description =
          "With `X-Albumen-Client: web` the refresh token comes only as the cookie"
              + " `albumen_refresh`.")
  @APIResponse(responseCode = "200", description = "The tokens, or the further proof that is due")
  @APIResponse(responseCode = "401", description = "`bad-credentials`")
  @APIResponse(
      responseCode = "403",
      description = "`not-confirmed`, `password-reset-required`, `account-suspended`")
  @APIResponse(responseCode = "429", description = "`too-many-attempts`")
  public RestResponse<SessionView> signIn(
      @NotNull @Valid SignIn request,
      @RestHeader(SessionAnswers.CLIENT_HEADER) @Nullable String client) {
    var result =
        sessions.signIn(EmailAddress.of(request.email()), new Password(request.password()));
    return answers.to(client, result);
  }

  @POST
  @Path("/challenge")
  @Operation(
      operationId = "answerChallenge",
      summary = "Completes a sign-in by the code of an authenticator app",
      description = "A wrong code leaves the challenge open for a few more; each code counts once.")
  @APIResponse(
      responseCode = "200",
      description = "The tokens, as for a sign-in",
      content = @Content(schema = @Schema(implementation = TokenView.class)))
  @APIResponse(responseCode = "401", description = "`code-mismatch`, `challenge-expired`")
  @APIResponse(responseCode = "429", description = "`too-many-attempts`")
  public RestResponse<SessionView> answerChallenge(
      @NotNull @Valid AnswerChallenge request,
      @RestHeader(SessionAnswers.CLIENT_HEADER) @Nullable String client) {
    var email = EmailAddress.of(request.email());
    var tokens = sessions.answerChallenge(email, request.session(), request.code().strip());
    return answers.to(client, tokens);
  }

  @POST
  @Path("/refresh")
  @ForgetsRefusedCookie
  @Operation(
      operationId = "refresh",
      summary = "Exchanges the refresh token, in cookie or body, for fresh tokens",
      description =
          "The cookie counts only with the header `X-Albumen-Client`, and in calls of our own pages.")
  @Parameter(
      name = SessionAnswers.CLIENT_HEADER,
      in = ParameterIn.HEADER,
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(
      responseCode = "200",
      description = "Fresh tokens",
      content = @Content(schema = @Schema(implementation = TokenView.class)))
  @APIResponse(responseCode = "401", description = "`session-ended`; the cookie is cleared")
  @APIResponse(responseCode = "403", description = "`csrf`")
  public RestResponse<SessionView> refresh(
      @Valid @RequestBody(required = false) @Nullable RefreshToken request,
      @RestCookie(RefreshCookie.NAME) @Nullable String cookieToken,
      @Context HttpHeaders headers) {
    if (request != null && request.refreshToken() != null) {
      return answers.toOther(sessions.refresh(request.refreshToken()));
    }
    if (cookieToken == null || cookieToken.isEmpty()) {
      throw new SessionException.NoSession();
    }
    guard.check(headers);
    return answers.toBrowser(sessions.refresh(cookieToken));
  }

  @POST
  @Path("/sign-out")
  @Operation(
      operationId = "signOut",
      summary = "Ends this session",
      description =
          "Takes the token as refreshing does. A session that has ended already is no failure.")
  @Parameter(
      name = SessionAnswers.CLIENT_HEADER,
      in = ParameterIn.HEADER,
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(responseCode = "204", description = "There is no session any more")
  @APIResponse(responseCode = "403", description = "`csrf`")
  public RestResponse<Void> signOut(
      @Valid @RequestBody(required = false) @Nullable RefreshToken request,
      @RestCookie(RefreshCookie.NAME) @Nullable String cookieToken,
      @Context HttpHeaders headers) {
    if (request != null && request.refreshToken() != null) {
      sessions.signOut(request.refreshToken());
      return RestResponse.noContent();
    }
    if (cookieToken == null || cookieToken.isEmpty()) {
      return RestResponse.noContent();
    }
    guard.check(headers);
    sessions.signOut(cookieToken);
    return withoutCookie();
  }

  @POST
  @Path("/sign-out-everywhere")
  @Authenticated
  @Operation(
      operationId = "signOutEverywhere",
      summary = "Ends every session of the caller, this one too",
      description = "Access tokens follow within seconds.")
  @APIResponse(responseCode = "204", description = "There is no session any more")
  @APIResponse(responseCode = "401", description = "`unauthenticated`, `invalid-token`")
  public RestResponse<Void> signOutEverywhere() {
    sessions.signOutEverywhere(caller.userId());
    return withoutCookie();
  }

  private static RestResponse<Void> withoutCookie() {
    return ResponseBuilder.<Void>noContent().cookie(RefreshCookie.gone()).build();
  }
}
