package io.albumen.gateway.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.Problem;
import io.albumen.common.RequestId;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Singleton;
import java.util.List;

/** Writes {@link Failure}s as problems (RFC 9457). */
@Singleton
public class Problems {
  private final ObjectMapper mapper;

  Problems(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** The headers that go with a failure. */
  public MultiMap headers(Failure failure) {
    var headers = HttpHeaders.headers().set(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    if (failure == Failure.INVALID_TOKEN) {
      headers.set("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
    var retryAfter = failure.retryAfter();
    return retryAfter == null ? headers : headers.set(HttpHeaders.RETRY_AFTER, retryAfter);
  }

  public Buffer body(Failure failure, HttpServerRequest request) {
    var problem =
        new Problem(
            "/problems/" + failure.code(),
            HttpResponseStatus.valueOf(failure.status()).reasonPhrase(),
            failure.status(),
            failure.detail(),
            request.path(),
            failure.code(),
            request.response().headers().get(RequestId.HEADER),
            List.of());
    try {
      return Buffer.buffer(mapper.writeValueAsBytes(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem is always JSON", e);
    }
  }

  /** Answers; the rest of a body still coming is not waited for. */
  public void answer(Failure failure, HttpServerRequest request) {
    var response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    request.resume();
    response.setStatusCode(failure.status());
    response.headers().addAll(headers(failure));
    if (failure == Failure.BODY_TOO_LARGE && request.version() != HttpVersion.HTTP_2) {
      response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    var _ = response.end(body(failure, request));
  }
}
