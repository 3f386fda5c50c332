package io.albumen.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;

/** The cookie that keeps a browser's refresh token out of reach of scripts and other sites. */
@ApplicationScoped
class RefreshCookie {
  static final String NAME = "albumen_refresh";
  static final String PATH = "/api/v1/auth";

  private final SessionConfig config;

  RefreshCookie(SessionConfig config) {
    this.config = config;
  }

  NewCookie holding(String refreshToken) {
    return builder()
        .value(refreshToken)
        .maxAge(Math.toIntExact(config.cookieLifetime().toSeconds()))
        .build();
  }

  /** Makes the browser forget it. */
  static NewCookie gone() {
    return builder().value("").maxAge(0).build();
  }

  private static NewCookie.Builder builder() {
    return new NewCookie.Builder(NAME)
        .path(PATH)
        .httpOnly(true)
        .secure(true)
        .sameSite(NewCookie.SameSite.STRICT);
  }
}
