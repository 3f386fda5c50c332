package io.albumen.auth.session;

import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.EmailText;
import io.albumen.auth.pool.Password;
import io.albumen.auth.pool.SignInResult.Challenged;
import io.albumen.auth.pool.SignInResult.SignedIn;
import io.albumen.auth.pool.Tokens;
import io.albumen.auth.session.SessionView.ChallengeView;
import io.albumen.auth.session.SessionView.TokenView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
  private static final String CLIENT_HEADER = "X-Albumen-Client";
  private static final String BROWSER = "web";
  private static final int MAX_TOKEN = 8192;

  private final SessionService sessions;
  private final RefreshCookie cookie;

  SessionResource(SessionService sessions, RefreshCookie cookie) {
    this.sessions = sessions;
    this.cookie = cookie;
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
  @APIResponse(responseCode = "403", description = "`not-confirmed`, `password-reset-required`")
  @APIResponse(responseCode = "429", description = "`too-many-attempts`")
  public RestResponse<SessionView> signIn(
      @NotNull @Valid SignIn request, @RestHeader(CLIENT_HEADER) @Nullable String client) {
    var result =
        sessions.signIn(EmailAddress.of(request.email()), new Password(request.password()));
    return switch (result) {
      case SignedIn(Tokens tokens) when BROWSER.equals(client) -> toBrowser(tokens).build();
      case SignedIn(Tokens tokens) -> answer(TokenView.withRefreshToken(tokens)).build();
      case Challenged(String name, String session) ->
          answer(new ChallengeView(name, session)).build();
    };
  }

  @POST
  @Path("/refresh")
  @ForgetsRefusedCookie
  @Operation(
      operationId = "refresh",
      summary = "Exchanges the refresh token, in cookie or body, for fresh tokens",
      description = "The cookie counts only together with the header `X-Albumen-Client`.")
  @APIResponse(
      responseCode = "200",
      description = "Fresh tokens",
      content = @Content(schema = @Schema(implementation = TokenView.class)))
  @APIResponse(responseCode = "401", description = "`session-ended`; the cookie is cleared")
  @APIResponse(responseCode = "403", description = "`csrf`")
  public RestResponse<SessionView> refresh(
      @Valid @RequestBody(required = false) @Nullable RefreshToken request,
      @RestCookie(RefreshCookie.NAME) @Nullable String cookieToken,
      @RestHeader(CLIENT_HEADER) @Nullable String client) {
    if (request != null && request.refreshToken() != null) {
      return answer(TokenView.withRefreshToken(sessions.refresh(request.refreshToken()))).build();
    }
    if (cookieToken == null || cookieToken.isEmpty()) {
      throw new SessionException.NoSession();
    }
    rejectCrossSite(client);
    return toBrowser(sessions.refresh(cookieToken)).build();
  }

  @POST
  @Path("/sign-out")
  @Operation(
      operationId = "signOut",
      summary = "Ends this session",
      description =
          "Takes the token as refreshing does. A session that has ended already is no failure.")
  @APIResponse(responseCode = "204", description = "There is no session any more")
  @APIResponse(responseCode = "403", description = "`csrf`")
  public RestResponse<Void> signOut(
      @Valid @RequestBody(required = false) @Nullable RefreshToken request,
      @RestCookie(RefreshCookie.NAME) @Nullable String cookieToken,
      @RestHeader(CLIENT_HEADER) @Nullable String client) {
    if (request != null && request.refreshToken() != null) {
      sessions.signOut(request.refreshToken());
      return RestResponse.noContent();
    }
    if (cookieToken == null || cookieToken.isEmpty()) {
      return RestResponse.noContent();
    }
    rejectCrossSite(client);
    sessions.signOut(cookieToken);
    return ResponseBuilder.<Void>noContent().cookie(RefreshCookie.gone()).build();
  }

  private ResponseBuilder<SessionView> toBrowser(Tokens tokens) {
    var answer = answer(TokenView.withoutRefreshToken(tokens));
    return tokens.refreshToken() == null
        ? answer
        : answer.cookie(cookie.holding(tokens.refreshToken()));
  }

  private static ResponseBuilder<SessionView> answer(SessionView view) {
    return ResponseBuilder.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static void rejectCrossSite(@Nullable String client) {
    if (client == null || client.isBlank()) {
      throw new SessionException.CrossSite();
    }
  }
}
