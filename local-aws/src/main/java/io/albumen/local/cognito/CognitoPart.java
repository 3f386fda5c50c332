package io.albumen.local.cognito;

import io.albumen.local.Part;
import io.albumen.local.StackContext;
import java.util.Map;

/** The user pool. */
public final class CognitoPart implements Part {

  @Override
  public String name() {
    return "cognito";
  }

  @Override
  public Map<String, String> start(StackContext context) {
    return Map.of();
  }

  @Override
  public void close() {}
}
