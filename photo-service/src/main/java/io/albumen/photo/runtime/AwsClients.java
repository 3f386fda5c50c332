package io.albumen.photo.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.aws.AwsHttp;
import io.albumen.common.messaging.EventBus;
import io.albumen.common.messaging.EventsConfig;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Clients of AWS services that no Quarkus extension makes, or not as they should be. */
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

  @Produces
  @Singleton
  static S3Client s3(S3ClientBuilder configured) {
    return configured.httpClientBuilder(AwsHttp.builder()).build();
  }

  static void close(@Disposes S3Client client) {
    client.close();
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
