package io.albumen.auth.session;

import io.albumen.auth.pool.SignInResult;
import io.albumen.auth.pool.SignInResult.Challenged;
import io.albumen.auth.pool.SignInResult.SignedIn;
import io.albumen.auth.pool.Tokens;
import io.albumen.auth.session.SessionView.ChallengeView;
import io.albumen.auth.session.SessionView.TokenView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Hands tokens to whoever has earned them: to a browser the refresh token as a cookie only. */
@ApplicationScoped
public class SessionAnswers {
  /** Tells who calls; browsers send {@code web}. */
  public static final String CLIENT_HEADER = CookieGuard.CLIENT_HEADER;

  private static final String BROWSER = "web";

  private final RefreshCookie cookie;

  SessionAnswers(RefreshCookie cookie) {
    this.cookie = cookie;
  }

  /**
   * @param client as the header told
   */
  public RestResponse<SessionView> to(@Nullable String client, SignInResult result) {
    return switch (result) {
      case SignedIn(Tokens tokens) -> to(client, tokens);
      case Challenged(String name, String session) ->
          answer(new ChallengeView(name, session)).build();
    };
  }

  RestResponse<SessionView> to(@Nullable String client, Tokens tokens) {
    return BROWSER.equals(client) ? toBrowser(tokens) : toOther(tokens);
  }

  RestResponse<SessionView> toBrowser(Tokens tokens) {
    var answer = answer(TokenView.withoutRefreshToken(tokens));
    return tokens.refreshToken() == null
        ? answer.build()
        : answer.cookie(cookie.holding(tokens.refreshToken())).build();
  }

  RestResponse<SessionView> toOther(Tokens tokens) {
    return answer(TokenView.withRefreshToken(tokens)).build();
  }

  private static ResponseBuilder<SessionView> answer(SessionView view) {
    return ResponseBuilder.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
