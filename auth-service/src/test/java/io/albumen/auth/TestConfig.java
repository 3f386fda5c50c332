package io.albumen.auth;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Builds config mappings as the service would, from a few settings and the defaults. */
public final class TestConfig {
  private TestConfig() {}

  public static <T> T of(Class<T> mapping, Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .addDiscoveredConverters()
        .withSources(new PropertiesConfigSource(settings, "test", 100))
        .withMapping(mapping)
        .build()
        .getConfigMapping(mapping);
  }

  public static <T> T defaults(Class<T> mapping) {
    return of(mapping, Map.of());
  }
}
