package io.albumen.local.ses;

import io.albumen.local.Part;
import io.albumen.local.StackContext;
import java.util.Map;

/** Sends mail to the mailbox. */
public final class SesPart implements Part {

  @Override
  public String name() {
    return "ses";
  }

  @Override
  public Map<String, String> start(StackContext context) {
    return Map.of();
  }

  @Override
  public void close() {}
}
