package io.albumen.local.mailbox;

import io.albumen.local.Part;
import io.albumen.local.StackContext;
import java.util.Map;

/** Keeps and shows mails. */
public final class MailboxPart implements Part {

  @Override
  public String name() {
    return "mailbox";
  }

  @Override
  public Map<String, String> start(StackContext context) {
    return Map.of();
  }

  @Override
  public void close() {}
}
