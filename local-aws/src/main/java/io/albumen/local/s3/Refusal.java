package io.albumen.local.s3;

import org.gaul.shaded.org.eclipse.jetty.http.HttpHeader;
import org.gaul.shaded.org.eclipse.jetty.io.Content;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;

/**
 * What S3Proxy would have let pass and S3 doesn't, in S3's XML.
 *
 * @param code as S3 names it
 */
record Refusal(int status, String code, String message) {
  private static final String ERROR =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Error><Code>%s</Code><Message>%s</Message></Error>
      """;

  /** Answers the request; true, as it is handled with that. */
  boolean send(Response response, Callback callback) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/xml");
    Content.Sink.write(response, true, ERROR.formatted(code, message), callback);
    return true;
  }
}
