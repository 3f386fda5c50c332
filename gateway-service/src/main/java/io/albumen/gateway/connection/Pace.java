package io.albumen.gateway.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose client begins a request and does not come to the end of its headers
 * ("slowloris"), trickles its body, or goes on with a body after its answer. Costs a comparison and
 * an addition a read; looks twice in the time allowed.
 */
final class Pace extends ChannelInboundHandlerAdapter {
  static final AttributeKey<Pace> KEY = AttributeKey.valueOf(Pace.class, "of");
  private static final String TOO_LATE =
      "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
  private static final String HTTP_1 = "httpDecoder";
  private static final long NONE = 0;
  private final long nanos;
  private final long leastBytes;
  private long begun = NONE;
  private long arrived;
  private long read;
  private @Nullable HttpServerRequest request;
  private int requests;
  private boolean exempt;
  private @Nullable Future<?> next;

  /**
   * @param bytesPerSecond of a body, at least
   */
  Pace(Duration headTimeout, long bytesPerSecond) {
    this.nanos = headTimeout.toNanos();
    this.leastBytes = bytesPerSecond * nanos / 2 / TimeUnit.SECONDS.toNanos(1);
  }

  /** A request is whole as far as its headers go. */
  void headArrived(HttpServerRequest whole) {
    requests++;
    begun = NONE;
    request = whole;
    arrived = System.nanoTime();
  }

  void answered() {
    requests--;
    request = null;
  }

  /** From now on something else than requests one by one: frames of HTTP/2, a WebSocket. */
  void exempt() {
    exempt = true;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    look(context);
    context.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object data) {
    if (begun == NONE && requests == 0) {
      begun = System.nanoTime() | 1;
    }
    if (data instanceof ByteBuf bytes) {
      read += bytes.readableBytes();
    }
    context.fireChannelRead(data);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (next != null) {
      next.cancel(false);
    }
    context.fireChannelInactive();
  }

  private void look(ChannelHandlerContext context) {
    if (exempt || !context.channel().isActive()) {
      return;
    }
    if ((begun != NONE && System.nanoTime() - begun > nanos) || bodyTrickles(context)) {
      close(context);
    } else {
      read = 0;
      next = context.executor().schedule(() -> look(context), nanos / 2, TimeUnit.NANOSECONDS);
    }
  }

  /** Not while we do not read ourselves, since the service takes no more. */
  private boolean bodyTrickles(ChannelHandlerContext context) {
    return request != null
        && read < leastBytes
        && System.nanoTime() - arrived > nanos
        && context.channel().config().isAutoRead()
        && !request.isEnded()
        && !request.response().headWritten();
  }

  private static void close(ChannelHandlerContext context) {
    if (context.pipeline().get(HTTP_1) == null || context.pipeline().get("ssl") != null) {
      var _ = context.close();
      return;
    }
    var answer = Unpooled.copiedBuffer(TOO_LATE, StandardCharsets.US_ASCII);
    var _ = context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
  }
}
