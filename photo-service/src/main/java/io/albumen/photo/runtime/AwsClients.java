package io.albumen.photo.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.messaging.EventBus;
import io.albumen.common.messaging.EventsConfig;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** Clients of AWS services for which there is no Quarkus extension. */
final class AwsClients {
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

  private AwsClients() {}

  @Produces
  @Singleton
  static EventBridgeClient eventBridge(EventsConfig config) {
    var builder =
        EventBridgeClient.builder()
            .region(Region.of(config.region()))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(override -> override.apiCallTimeout(CALL_TIMEOUT));
    config.endpointOverride().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  static void close(@Disposes EventBridgeClient client) {
    client.close();
  }

  @Produces
  @Singleton
  static EventBus bus(EventBridgeClient client, EventsConfig config, ObjectMapper mapper) {
    return new EventBus(client, config.bus(), "photo-service", mapper);
  }
}
