package io.albumen.gateway.routing;

import io.albumen.gateway.compression.AnswerCoding;
import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer on its way to the client, no faster than the client takes it; packed where
 * that is worth it.
 */
final class AnswerBody {
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;
  private static final String EVENTS = "text/event-stream";
  private final Exchange exchange;
  private final HttpServerRequest request;
  private final HttpServerResponse to;
  private final HttpClientResponse from;
  private final long length;
  private final @Nullable AnswerCoding coding;
  private long passed;

  /** HTTP/2 closes the connection for a failed write that nobody hears of, HTTP/1.1 doesn't. */
  private final @Nullable Handler<AsyncResult<Void>> written;

  AnswerBody(Exchange exchange, HttpServerRequest request, HttpClientResponse from) {
    this.exchange = exchange;
    this.request = request;
    this.to = request.response();
    this.from = from;
    var plain = hasNone() ? 0 : ApiProxy.length(from.headers());
    this.coding = AnswerCoding.begin(request, to.headers(), plain);
    this.length = coding == null ? plain : -1;
    this.written = request.version() == HttpVersion.HTTP_2 ? _ -> {} : Exchange.UNHEARD;
  }

  private boolean hasNone() {
    return request.method() == HttpMethod.HEAD
        || from.statusCode() == NO_CONTENT
        || from.statusCode() == NOT_MODIFIED;
  }

  void pass() {
    from.handler(this::pass);
    from.endHandler(_ -> end());
    if (length >= 0) {
      return;
    }
    if (request.version() == HttpVersion.HTTP_1_0) {
      to.headers().set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      to.endHandler(_ -> request.connection().close());
    } else {
      to.setChunked(true);
      showHeadOfEvents();
    }
  }

  /** There may be none for long, and the client waits to hear that it is connected. */
  private void showHeadOfEvents() {
    var type = from.getHeader(HttpHeaders.CONTENT_TYPE);
    if (type != null && type.startsWith(EVENTS)) {
      to.write(Buffer.buffer(), written);
    }
  }

  /** The last part ends the answer: one write where the body came in one piece. */
  private void pass(Buffer data) {
    if (exchange.isOver()) {
      return;
    }
    passed += data.length();
    if (passed == length) {
      to.end(data, written);
      exchange.answered();
    } else {
      write(coding == null ? data : coding.take(data));
    }
  }

  private void write(Buffer data) {
    if (data.length() > 0) {
      to.write(data, written);
      if (to.writeQueueFull()) {
        from.pause();
        to.drainHandler(_ -> from.resume());
      }
    }
  }

  private void end() {
    if (!exchange.isOver()) {
      if (coding == null) {
        to.end(written);
      } else {
        to.end(coding.finish(), written);
      }
      exchange.answered();
    }
  }

  /** Nothing more will come, nor be asked for. */
  void letGo() {
    if (coding != null) {
      coding.close();
    }
  }
}
