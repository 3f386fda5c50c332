package io.albumen.gateway.compression;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** What {@code Accept-Encoding} allows (RFC 9110 §12.5.3). */
public final class AcceptedCodings {
  private final String header;

  private AcceptedCodings(String header) {
    this.header = header;
  }

  public static AcceptedCodings of(HttpServerRequest request) {
    return of(request.headers().getAll(HttpHeaders.ACCEPT_ENCODING));
  }

  static AcceptedCodings of(List<String> lines) {
    return new AcceptedCodings(String.join(",", lines));
  }

  /** Whether an answer may be in this coding; the client's word on it goes before its {@code *}. */
  public boolean allows(String coding) {
    var any = false;
    for (var item : header.split(",", -1)) {
      var parts = item.split(";", 2);
      var name = parts[0].strip();
      var wanted = parts.length == 1 || !parts[1].strip().matches("[qQ]=0(?:\\.0{0,3})?");
      if (name.equalsIgnoreCase(coding) || (coding.equals("gzip") && name.equals("x-gzip"))) {
        return wanted;
      }
      any |= name.equals("*") && wanted;
    }
    return any;
  }
}
