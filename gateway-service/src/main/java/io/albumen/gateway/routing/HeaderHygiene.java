package io.albumen.gateway.routing;

import io.albumen.common.RequestId;
import io.albumen.gateway.headers.ClientOrigin;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which headers cross the gateway. One pass over them each way. */
@Singleton
class HeaderHygiene {
  private static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("X-Forwarded-For");
  private static final CharSequence FORWARDED_PROTO =
      HttpHeaders.createOptimized("X-Forwarded-Proto");
  private static final CharSequence FORWARDED_HOST =
      HttpHeaders.createOptimized("X-Forwarded-Host");
  private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized(RequestId.HEADER);
  private static final CharSequence TRACE_PARENT = HttpHeaders.createOptimized(TraceContext.PARENT);

  /** RFC 9110 §7.6.1, and what older software sends. */
  private static final Set<String> HOP_BY_HOP =
      anyCase(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /** What clients may not say, or the gateway says itself. */
  private static final Set<String> NOT_TAKEN =
      anyCase(
          "content-length",
          "expect",
          "forwarded",
          "host",
          "http2-settings",
          TraceContext.PARENT,
          TraceContext.STATE,
          "via",
          "x-real-ip",
          RequestId.HEADER);

  private static final Set<String> NOT_ANSWERED = anyCase("server", RequestId.HEADER);
  private static final Set<String> USUAL_CONNECTIONS =
      anyCase("keep-alive", "close", "upgrade", "keep-alive, upgrade");

  private static final String FORWARDED = "x-forwarded-";
  private static final String OURS = "x-albumen-";

  /** Of our own headers the only one that clients send. */
  private static final String CLIENT_KIND = "x-albumen-client";

  private final ClientOrigin origin;

  HeaderHygiene(ClientOrigin origin) {
    this.origin = origin;
  }

  private static Set<String> anyCase(String... names) {
    var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    set.addAll(Set.of(names));
    return set;
  }

  /**
   * Copies what may pass on, and says what only we may say. How the body is framed is left out.
   *
   * @throws IllegalArgumentException for headers that no honest client sends
   */
  void pass(HttpServerRequest from, MultiMap to, String requestId) {
    int hosts = 0;
    for (var header : from.headers()) {
      var name = header.getKey();
      if (mayPass(name)) {
        add(to, name, header.getValue());
      } else if (name.equalsIgnoreCase("host")) {
        hosts++;
      }
    }
    if (hosts > 1) {
      throw new IllegalArgumentException("more than one host");
    }
    dropNominated(from.headers(), to);
    to.set(FORWARDED_FOR, origin.address(from));
    to.set(FORWARDED_PROTO, origin.scheme(from));
    var authority = from.authority();
    if (authority != null) {
      to.set(FORWARDED_HOST, authority.toString());
    }
    to.set(REQUEST_ID, requestId);
    trace(from.headers(), to);
  }

  /** HTTP/2 may split cookies over several lines, HTTP/1.1 may not (RFC 9113 §8.2.3). */
  private static void add(MultiMap to, String name, String value) {
    var before = name.equalsIgnoreCase("cookie") ? to.get(name) : null;
    if (before == null) {
      to.add(name, value);
    } else {
      to.set(name, before + "; " + value);
    }
  }

  private static boolean mayPass(String name) {
    return !name.isEmpty()
        && name.charAt(0) != ':'
        && !HOP_BY_HOP.contains(name)
        && !NOT_TAKEN.contains(name)
        && !startsWith(name, FORWARDED)
        && (!startsWith(name, OURS) || name.equalsIgnoreCase(CLIENT_KIND));
  }

  private static boolean startsWith(String name, String prefix) {
    return name.regionMatches(true, 0, prefix, 0, prefix.length());
  }

  private static void trace(MultiMap from, MultiMap to) {
    var parent = from.get(TRACE_PARENT);
    if (TraceContext.isValid(parent)) {
      to.set(TRACE_PARENT, parent);
      var state = from.getAll(TraceContext.STATE);
      if (!state.isEmpty()) {
        to.set(TraceContext.STATE, state);
      }
    } else {
      to.set(TRACE_PARENT, TraceContext.begin());
    }
  }

  /** Services' own security headers and request id are replaced later, by the edge's. */
  void answer(MultiMap from, MultiMap to) {
    for (Map.Entry<String, String> header : from) {
      var name = header.getKey();
      if (!HOP_BY_HOP.contains(name) && !NOT_ANSWERED.contains(name)) {
        to.add(name, header.getValue());
      }
    }
    dropNominated(from, to);
    if (!to.contains(HttpHeaders.CACHE_CONTROL)) {
      to.set(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }

  /** A sender may name more headers that are for the next hop alone. */
  private static void dropNominated(MultiMap from, MultiMap to) {
    var first = from.get(HttpHeaders.CONNECTION);
    if (first == null) {
      return;
    }
    for (var line : from.getAll(HttpHeaders.CONNECTION)) {
      if (USUAL_CONNECTIONS.contains(line)) {
        continue;
      }
      for (var name : line.split(",", -1)) {
        if (!name.isBlank()) {
          to.remove(name.strip());
        }
      }
    }
  }
}
