package io.albumen.local.cdn;

import io.albumen.local.FleetKeys;
import io.albumen.local.LocalServer;
import io.albumen.local.Part;
import io.albumen.local.StackContext;
import io.albumen.local.s3.MediaStore;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the objects of the media bucket as CloudFront does: to whoever has a signed URL. Its
 * address is told by the stack, started or not: services sign URLs either way.
 */
public final class CdnPart implements Part {
  private @Nullable LocalServer server;

  @Override
  public String name() {
    return "cdn";
  }

  @Override
  public Map<String, String> start(StackContext context) {
    var keys = new KeyGroup(FleetKeys.keyPairId(context.keysDir()), context.keysDir());
    var store = MediaStore.open(context.stateDir().resolveSibling("s3"));
    var handler = new CdnHandler(store, new SignedUrls(keys), context.allowedOrigins());
    server = LocalServer.start(name(), context, handler);
    return Map.of();
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
