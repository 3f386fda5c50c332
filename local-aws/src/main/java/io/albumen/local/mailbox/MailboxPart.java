package io.albumen.local.mailbox;

import io.albumen.local.StackContext;
import io.albumen.local.face.DurablePart;
import java.time.Clock;
import java.util.Map;

/** Keeps and shows the mails that left the fleet. */
public final class MailboxPart extends DurablePart {
  private static final int MAX_BYTES = 64 << 20;

  @Override
  public String name() {
    return "mailbox";
  }

  @Override
  public Map<String, String> start(StackContext context) {
    var opened = open(context);
    var mails = new MailStore(opened, Clock.systemUTC());
    var api = new MailboxApi(mails, new MailboxPage());
    serve(context, MAX_BYTES, api::answer);
    return Map.of("albumen.mailbox.url", context.publicEndpoint(name()));
  }
}
