package io.albumen.local.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The embedded stack for a {@code @QuarkusTest}: real servers on random ports, in a JVM of their
 * own, started once per test JVM and set of parts. Init arguments: {@code parts}, a comma list as
 * {@code postgres,s3} (default: all); {@code service}, whose service-token key is wanted; {@code
 * trusts}, a comma list of the services it trusts.
 */
public final class LocalAwsResource implements QuarkusTestResourceLifecycleManager {
  private static final Map<String, ChildStack> STARTED = new HashMap<>();
  private Map<String, String> arguments = Map.of();

  @Override
  public void init(Map<String, String> initArgs) {
    arguments = Map.copyOf(initArgs);
  }

  @Override
  public Map<String, String> start() {
    var settings = stack(arguments.getOrDefault("parts", "")).settings();
    // the SDK's default chain reads these two, as it reads the environment elsewhere
    System.setProperty("aws.accessKeyId", settings.getProperty("aws.access-key-id"));
    System.setProperty("aws.secretAccessKey", settings.getProperty("aws.secret-access-key"));
    var config = new HashMap<String, String>();
    settings.forEach((key, value) -> config.put(key.toString(), value.toString()));
    serviceTokens(config);
    return config;
  }

  private static synchronized ChildStack stack(String parts) {
    return STARTED.computeIfAbsent(parts, ChildStack::start);
  }

  private void serviceTokens(Map<String, String> config) {
    var keys = config.get("keys.dir");
    var service = arguments.get("service");
    if (service != null) {
      config.put("albumen.service-tokens.private-key", keys + "/" + service + ".private.pem");
    }
    for (var caller : arguments.getOrDefault("trusts", "").split(",")) {
      if (!caller.isEmpty()) {
        config.put(
            "albumen.service-tokens.trusted.\"%s\"".formatted(caller),
            keys + "/" + caller + ".public.pem");
      }
    }
  }

  /** The stack of a test JVM, for tests that run without Quarkus. */
  public static Properties settings(String parts) {
    return stack(parts).settings();
  }

  /** Nothing: other test classes go on with the same stack, which ends with this JVM. */
  @Override
  public void stop() {}
}
