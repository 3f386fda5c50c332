package io.albumen.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Lets the cookie count only in calls of our own pages: they set a header that other sites cannot,
 * and a browser tells where a call comes from. {@code SameSite=Strict} alone would let through
 * whatever another host of the same site sends.
 */
@ApplicationScoped
class CookieGuard {
  static final String CLIENT_HEADER = "X-Albumen-Client";

  private static final String FETCH_SITE = "Sec-Fetch-Site";
  private static final String OWN_PAGE = "same-origin";
  private static final String ORIGIN = "Origin";

  private final String ownOrigin;

  CookieGuard(WebConfig web) {
    this.ownOrigin = originOf(web.baseUrl());
  }

  void check(HttpHeaders headers) {
    var client = headers.getHeaderString(CLIENT_HEADER);
    if (client == null || client.isBlank() || isForeign(headers)) {
      throw new SessionException.CrossSite();
    }
  }

  /** Browsers older than the first header send the second alone; other clients neither. */
  private boolean isForeign(HttpHeaders headers) {
    var site = headers.getHeaderString(FETCH_SITE);
    var origin = headers.getHeaderString(ORIGIN);
    return isOther(site, OWN_PAGE) || (site == null && isOther(origin, ownOrigin));
  }

  private static boolean isOther(@Nullable String value, String own) {
    return value != null && !value.equals(own);
  }

  private static String originOf(URI url) {
    var port = url.getPort() < 0 ? "" : ":" + url.getPort();
    return (url.getScheme() + "://" + url.getHost() + port).toLowerCase(Locale.ROOT);
  }
}
