package io.albumen.gateway.headers;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Headers that tell browsers what the page may do; they replace what a service answered. */
@Singleton
public class SecurityHeaders {
  private static final String POLICY = "Content-Security-Policy";
  private final Map<String, String> always;
  private final String policy;
  private final ClientOrigin origin;

  SecurityHeaders(GatewayConfig config, ClientOrigin origin) {
    this.origin = origin;
    this.policy = policy(config.contentOrigins().orElse(List.of()));
    this.always =
        Map.of(
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy",
                "accelerometer=(), browsing-topics=(), camera=(), display-capture=(),"
                    + " geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(),"
                    + " midi=(), payment=(), serial=(), usb=(), xr-spatial-tracking=(),"
                    + " fullscreen=(self), screen-wake-lock=(self)",
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "X-Permitted-Cross-Domain-Policies", "none");
  }

  /**
   * HSTS only where the client spoke TLS: on a laptop's plain HTTP it would lock people out. The
   * API is shared with no other origin, whatever a service says.
   */
  public void set(HttpServerRequest request, MultiMap answer) {
    always.forEach(answer::set);
    answer.remove("Access-Control-Allow-Origin");
    if (origin.scheme(request).equals("https")) {
      answer.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
      answer.set(POLICY, policy + "; upgrade-insecure-requests");
    } else {
      answer.set(POLICY, policy);
    }
  }

  /** {@code data:} for thumbhashes, {@code blob:} for previews of what is being uploaded. */
  private static String policy(List<String> contentOrigins) {
    contentOrigins.forEach(SecurityHeaders::requireOrigin);
    var content = contentOrigins.isEmpty() ? "" : " " + String.join(" ", contentOrigins);
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self' blob:",
        "img-src 'self' data: blob:" + content,
        "media-src 'self' blob:" + content,
        "connect-src 'self'" + content,
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'");
  }

  /** A slip in the configuration must not loosen the policy. */
  private static void requireOrigin(String text) {
    var uri = URI.create(text);
    var origin = uri.getScheme() + "://" + uri.getAuthority();
    if (!origin.equals(text) || !text.startsWith("http")) {
      throw new IllegalArgumentException("gateway.content-origins: not an origin: " + text);
    }
  }
}
