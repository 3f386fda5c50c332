package io.albumen.auth.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.messaging.EventBus;
import io.albumen.common.messaging.EventsConfig;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** Clients of the AWS services for which there is no Quarkus extension. */
final class AwsClients {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  private AwsClients() {}

  /**
   * Never retries by itself: a repeated ConfirmSignUp would be told that its own success is a
   * failure. What was cut short is taken up again from its intent.
   */
  @Produces
  @Singleton
  static CognitoIdentityProviderClient cognito(CognitoConfig config, AwsConfig aws) {
    return configure(CognitoIdentityProviderClient.builder(), aws, config.endpointOverride())
        .httpClientBuilder(http(aws))
        .overrideConfiguration(
            override ->
                override
                    .apiCallTimeout(aws.callTimeout())
                    .retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }

  /** Tries again what was throttled or cut short, within the time of one call. */
  @Produces
  @Singleton
  @Retrying
  static CognitoIdentityProviderClient retryingCognito(CognitoConfig config, AwsConfig aws) {
    return configure(CognitoIdentityProviderClient.builder(), aws, config.endpointOverride())
        .httpClientBuilder(http(aws))
        .overrideConfiguration(override -> override.apiCallTimeout(aws.callTimeout()))
        .build();
  }

  @Produces
  @Singleton
  static EventBridgeClient eventBridge(EventsConfig config, AwsConfig aws) {
    return configure(EventBridgeClient.builder(), aws, config.endpointOverride())
        .httpClientBuilder(http(aws))
        .overrideConfiguration(override -> override.apiCallTimeout(aws.callTimeout()))
        .build();
  }

  @Produces
  @Singleton
  static EventBus bus(EventBridgeClient client, EventsConfig config, ObjectMapper mapper) {
    return new EventBus(client, config.bus(), "auth-service", mapper);
  }

  static void close(@Disposes CognitoIdentityProviderClient client) {
    client.close();
  }

  static void closeRetrying(@Disposes @Retrying CognitoIdentityProviderClient client) {
    client.close();
  }

  static void close(@Disposes EventBridgeClient client) {
    client.close();
  }

  private static UrlConnectionHttpClient.Builder http(AwsConfig aws) {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(CONNECT_TIMEOUT)
        .socketTimeout(aws.callTimeout());
  }

  private static <B extends AwsClientBuilder<B, ?>> B configure(
      B builder, AwsConfig aws, Optional<URI> endpoint) {
    builder.region(Region.of(aws.region()));
    endpoint.ifPresent(builder::endpointOverride);
    return builder;
  }
}
