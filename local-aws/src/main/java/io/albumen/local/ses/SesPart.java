package io.albumen.local.ses;

import io.albumen.local.FleetResources;
import io.albumen.local.LocalServer;
import io.albumen.local.Part;
import io.albumen.local.StackContext;
import io.albumen.local.mailbox.MailSender;
import io.albumen.local.protocol.AwsHandler;
import io.albumen.local.sigv4.Signature;
import io.albumen.local.store.DurableStore;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends mail to the mailbox. */
public final class SesPart implements Part {
  private static final int MAX_BYTES = 40 << 20;

  private final Clock clock = Clock.systemUTC();
  private @Nullable DurableStore store;
  private @Nullable LocalServer server;

  @Override
  public String name() {
    return "ses";
  }

  @Override
  public Map<String, String> start(StackContext context) {
    var opened = DurableStore.open(context.stateDir().resolve("ses.db"));
    store = opened;
    var identities = new Identities(opened);
    identities.trust(FleetResources.MAIL_SENDERS);
    var quota = new SendQuota(opened, clock);
    var mailbox = new MailSender(context.endpoint("mailbox"));
    var api =
        new SesApi(
            new Signature("ses", context.region(), context.credentials(), clock),
            identities,
            quota,
            new Postman(identities, quota, mailbox, context.region(), clock),
            new SesApi.Mailing(mailbox, context.publicEndpoint(name())));
    server = LocalServer.start(name(), context, new AwsHandler(MAX_BYTES, api::answer));
    return Map.of("quarkus.ses.endpoint-override", context.endpoint(name()));
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
