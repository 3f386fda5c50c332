package io.albumen.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.gateway.routing.RoutingConfig;
import io.albumen.gateway.upstream.UpstreamConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {
  private static RoutingConfig routing(Map<String, String> settings) {
    return read(RoutingConfig.class, settings);
  }

  private static <T> T read(Class<T> mapping, Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(mapping)
        .withMappingIgnore("gateway.**")
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(mapping);
  }

  @Test
  void waitsNotForEver() {
    var upstream = read(UpstreamConfig.class, Map.of());

    assertThat(upstream.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(upstream.answerTimeout()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void limitsBodiesToAMegabyte() {
    assertThat(routing(Map.of()).maxBody().asLongValue()).isEqualTo(1024 * 1024);
  }

  @Test
  void takesEveryReplicaOfAService() {
    var config = routing(Map.of("gateway.upstreams.photo-service", "http://a:8082,http://b:8082"));

    assertThat(config.upstreams().get("photo-service"))
        .containsExactly(URI.create("http://a:8082"), URI.create("http://b:8082"));
  }
}
