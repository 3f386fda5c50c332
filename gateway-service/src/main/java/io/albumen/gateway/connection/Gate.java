package io.albumen.gateway.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/** Where accepted connections come in, before any of them is heard. Open until it is guarded. */
@Sharable
final class Gate extends ChannelInboundHandlerAdapter {
  private volatile @Nullable Connections connections;

  void guard(Connections by) {
    connections = by;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object accepted) {
    var guard = connections;
    if (guard != null && accepted instanceof Channel channel && !guard.admit(channel)) {
      channel.unsafe().closeForcibly();
    } else {
      context.fireChannelRead(accepted);
    }
  }
}
