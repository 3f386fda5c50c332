package io.albumen.gateway.routing;

import io.albumen.gateway.problem.Failure;
import io.albumen.gateway.upstream.Replica;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a service and its answer on the way back, both as they come. All of it
 * happens on one event loop.
 *
 * <p>Writes carry no listeners, and calls are reset in a turn of the loop of their own: a listener
 * runs inside the failing write, and one that closes the connection from there enters Netty's HTTP
 * encoder a second time, which then releases the first message's buffers again.
 */
final class Exchange {
  private static final Logger LOG = Logger.getLogger(Exchange.class);
  private static final Set<HttpMethod> REPEATABLE =
      Set.of(
          HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.PUT, HttpMethod.DELETE);
  private static final int SWITCHING_PROTOCOLS = 101;

  /** No listener: Vert.x then makes no promise of the write either. */
  static final @Nullable Handler<AsyncResult<Void>> UNHEARD = null;

  /** RFC 9113 §7: the stream is of no more use to the client. */
  private static final long INTERNAL_ERROR = 2;

  private final Passage passage;
  private final Route route;
  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final Context context;

  private final boolean tunnel;
  private final long declared;
  private final boolean hasBody;
  private boolean bodySent;
  private long taken;
  private long takenBefore;
  private final Patience patience;
  private int attempts;
  private @Nullable Replica replica;
  private @Nullable HttpClientRequest call;
  private boolean answering;
  private @Nullable AnswerBody body;
  private boolean over;

  /**
   * @param declared length of the body, or −1 if none is declared
   */
  Exchange(Passage passage, Route route, HttpServerRequest request, long declared) {
    this.passage = passage;
    this.route = route;
    this.request = request;
    this.response = request.response();
    this.context = passage.vertx().getOrCreateContext();
    this.patience = new Patience(passage.vertx(), this::outOfPatience);
    this.declared = declared;
    this.tunnel = request.version() == HttpVersion.HTTP_1_1 && Tunnel.isAskedFor(request);
    this.hasBody = !tunnel && RequestBody.mayFollow(request, declared);
  }

  void begin() {
    if (response.closed()) {
      return; // gone while its token was looked at
    }
    if (hasBody || tunnel) {
      request.pause();
    } else {
      request.resume();
    }
    response.closeHandler(_ -> clientGone());
    response.exceptionHandler(_ -> clientGone());
    route.upstream().retries().call();
    startTimer();
    attempt();
  }

  private void attempt() {
    var next = route.upstream().pick(replica);
    if (next == null) {
      refuse(Failure.SERVICE_UNAVAILABLE, "every replica rests");
      return;
    }
    replica = next;
    attempts++;
    passage
        .upstreams()
        .call(next.options())
        .onComplete(
            begun -> {
              if (begun.succeeded()) {
                connected(next, begun.result());
              } else {
                unreachable(next, begun.cause());
              }
            });
  }

  private void connected(Replica to, HttpClientRequest begun) {
    if (over) {
      to.abandoned();
      begun.reset();
      return;
    }
    call = begun;
    begun.exceptionHandler(_ -> {});
    begun.setMethod(request.method());
    begun.setURI(request.query() == null ? request.path() : request.path() + "?" + request.query());
    try {
      passage.headers().pass(request, begun.headers(), ApiProxy.requestId(request));
    } catch (IllegalArgumentException e) {
      to.abandoned();
      refuse(Failure.BAD_HEADERS, e.getMessage());
      return;
    }
    begun
        .response()
        .onComplete(
            answer -> {
              if (answer.succeeded()) {
                answerBegins(to, answer.result());
              } else {
                callFailed(to, answer.cause());
              }
            });
    send(begun);
  }

  private void send(HttpClientRequest begun) {
    if (tunnel) {
      begun.headers().set(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE);
      begun.headers().set(HttpHeaders.UPGRADE, "websocket");
      var _ = begun.connect();
    } else if (hasBody) {
      if (declared >= 0) {
        begun.headers().set(HttpHeaders.CONTENT_LENGTH, Long.toString(declared));
      } else {
        begun.setChunked(true);
      }
      request.handler(this::toService);
      request.endHandler(_ -> endOfBody());
      askToGoOn();
      request.resume();
    } else {
      if (declared == 0) {
        begun.headers().set(HttpHeaders.CONTENT_LENGTH, "0");
      }
      bodySent = true;
      begun.end(UNHEARD);
    }
  }

  private void askToGoOn() {
    if (request.headers().contains(HttpHeaders.EXPECT)) {
      response.writeContinue();
    }
  }

  private void toService(Buffer data) {
    taken += data.length();
    if (taken > passage.maxBody()) {
      tooLarge();
    } else if (!over && !bodySent && call != null) {
      if (taken == declared) {
        bodySent = true;
        startTimer();
        call.end(data, UNHEARD);
      } else {
        call.write(data, UNHEARD);
        if (call.writeQueueFull()) {
          request.pause();
          call.drainHandler(_ -> request.resume());
        }
      }
    }
  }

  private void endOfBody() {
    if (!over && !bodySent && call != null) {
      bodySent = true;
      startTimer();
      call.end(UNHEARD);
    }
  }

  /** Whoever goes on sending after that is cut off. */
  private void tooLarge() {
    if (over) {
      var _ = request.connection().close();
    } else {
      if (replica != null) {
        replica.abandoned();
      }
      refuse(Failure.BODY_TOO_LARGE, "body over the limit");
    }
  }

  private void answerBegins(Replica from, HttpClientResponse answer) {
    answering = true;
    patience.stop();
    from.succeeded();
    answer.exceptionHandler(_ -> brokenOff());
    if (over) {
      return;
    }
    response.setStatusCode(answer.statusCode());
    passage.headers().answer(answer.headers(), response.headers());
    if (tunnel && answer.statusCode() == SWITCHING_PROTOCOLS) {
      openTunnel(answer);
      return;
    }
    body = new AnswerBody(this, request, answer);
    body.pass();
  }

  boolean isOver() {
    return over;
  }

  /** The answer is done. A body that is still coming is of no use to anyone. */
  void answered() {
    over = true;
    if (!bodySent && !tunnel) {
      request.resume();
      resetCall();
    }
  }

  private void openTunnel(HttpClientResponse answer) {
    response.headers().set(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE);
    response.headers().set(HttpHeaders.UPGRADE, "websocket");
    request.headers().set(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE);
    over = true;
    var service = answer.netSocket();
    request
        .toNetSocket()
        .onSuccess(client -> Tunnel.join(client, service))
        .onFailure(_ -> service.close());
  }

  private void brokenOff() {
    if (!over) {
      over = true;
      letGo();
      LOG.warnf("upstream broke off path=%s service=%s", request.path(), route.service());
      context.runOnContext(_ -> cutOff());
    }
  }

  private void callFailed(Replica at, Throwable cause) {
    if (over) {
      return;
    }
    at.failed(System.nanoTime());
    if (!hasBody && !tunnel && REPEATABLE.contains(request.method()) && mayRetry()) {
      again();
    } else {
      refuse(Failure.BAD_UPSTREAM, cause.toString());
    }
  }

  /**
   * Nothing was sent, so nothing can happen twice. Where a connection is refused there must be
   * another replica to go to; one from the pool that had just been closed says nothing of the next.
   */
  private void unreachable(Replica at, Throwable cause) {
    var busy = cause instanceof ConnectionPoolTooBusyException;
    if (busy) {
      at.abandoned();
    } else {
      at.failed(System.nanoTime());
    }
    if (over) {
      return;
    }
    var refused =
        busy || cause instanceof ConnectException || cause instanceof UnknownHostException;
    if ((!refused || route.upstream().replicas().size() > 1) && mayRetry()) {
      again();
    } else {
      refuse(Failure.SERVICE_UNAVAILABLE, cause.toString());
    }
  }

  private boolean mayRetry() {
    return attempts <= passage.retries() && route.upstream().retries().retry();
  }

  private void again() {
    call = null;
    context.runOnContext(
        _ -> {
          if (!over) {
            attempt();
          }
        });
  }

  private void outOfPatience() {
    if (over || replica == null) {
      return;
    }
    if (call != null && !bodySent && taken > takenBefore) {
      takenBefore = taken; // slow, but it comes
      startTimer();
      return;
    }
    if (call == null) {
      refuse(Failure.SERVICE_UNAVAILABLE, "no connection in time");
      return;
    }
    if (bodySent) {
      replica.failed(System.nanoTime());
    } else {
      replica.abandoned(); // it is the client that is slow
    }
    refuse(
        Failure.SERVICE_TIMEOUT,
        "no answer in time to a body of %d, %s"
            .formatted(taken, bodySent ? "sent" : "not all come"));
  }

  private void clientGone() {
    if (over) {
      return;
    }
    over = true;
    patience.stop();
    if (replica != null) {
      replica.abandoned();
    }
    resetCall();
  }

  private void refuse(Failure failure, @Nullable String reason) {
    if (failure.status() >= 500) {
      LOG.warnf(
          "upstream failed code=%s path=%s service=%s replica=%s reason=%s",
          failure.code(), request.path(), route.service(), replica, reason);
    }
    over = true;
    patience.stop();
    resetCall();
    if (response.headWritten()) {
      context.runOnContext(_ -> cutOff());
    } else {
      passage.problems().answer(failure, request);
    }
  }

  /** So that nobody takes what was sent for the whole. */
  private void cutOff() {
    if (request.version() == HttpVersion.HTTP_2) {
      response.reset(INTERNAL_ERROR);
    } else {
      var _ = request.connection().close();
    }
  }

  private void letGo() {
    if (body != null) {
      body.letGo();
    }
  }

  private void resetCall() {
    letGo();
    var begun = call;
    if (begun != null) {
      context.runOnContext(_ -> begun.reset());
    }
  }

  private void startTimer() {
    if (!answering) {
      patience.start(route.patienceFor(request.path()));
    }
  }
}
