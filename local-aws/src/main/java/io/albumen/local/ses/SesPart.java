package io.albumen.local.ses;

import io.albumen.local.FleetResources;
import io.albumen.local.StackContext;
import io.albumen.local.face.DurablePart;
import io.albumen.local.mailbox.MailSender;
import io.albumen.local.sigv4.Signature;
import java.time.Clock;
import java.util.Map;

/** Sends mail to the mailbox. */
public final class SesPart extends DurablePart {
  private static final int MAX_BYTES = 40 << 20;

  private final Clock clock = Clock.systemUTC();

  @Override
  public String name() {
    return "ses";
  }

  @Override
  public Map<String, String> start(StackContext context) {
    var opened = open(context);
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
    serve(context, MAX_BYTES, api::answer);
    return Map.of("quarkus.ses.endpoint-override", context.endpoint(name()));
  }
}
