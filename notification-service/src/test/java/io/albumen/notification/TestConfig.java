package io.albumen.notification;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Configuration mappings as the service would have them, from defaults and what a test sets. */
public final class TestConfig {
  private TestConfig() {}

  public static <T> T of(Class<T> mapping, Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(mapping)
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(mapping);
  }
}
