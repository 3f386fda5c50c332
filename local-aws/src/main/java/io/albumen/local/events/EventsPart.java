package io.albumen.local.events;

import io.albumen.local.Part;
import io.albumen.local.StackContext;
import java.util.Map;

/** The event bus. */
public final class EventsPart implements Part {

  @Override
  public String name() {
    return "events";
  }

  @Override
  public Map<String, String> start(StackContext context) {
    return Map.of();
  }

  @Override
  public void close() {}
}
