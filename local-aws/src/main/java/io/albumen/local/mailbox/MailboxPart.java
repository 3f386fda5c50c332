package io.albumen.local.mailbox;

import io.albumen.local.LocalServer;
import io.albumen.local.Part;
import io.albumen.local.StackContext;
import io.albumen.local.protocol.AwsHandler;
import io.albumen.local.store.DurableStore;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps and shows the mails that left the fleet. */
public final class MailboxPart implements Part {
  private static final int MAX_BYTES = 64 << 20;

  private @Nullable DurableStore store;
  private @Nullable LocalServer server;

  @Override
  public String name() {
    return "mailbox";
  }

  @Override
  public Map<String, String> start(StackContext context) {
    var opened = DurableStore.open(context.stateDir().resolve("mails.db"));
    store = opened;
    var mails = new MailStore(opened, Clock.systemUTC());
    var api = new MailboxApi(mails, new MailboxPage());
    server = LocalServer.start(name(), context, new AwsHandler(MAX_BYTES, api::answer));
    return Map.of("albumen.mailbox.url", context.publicEndpoint(name()));
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    if (store != null) {
      store.close();
    }
  }
}
