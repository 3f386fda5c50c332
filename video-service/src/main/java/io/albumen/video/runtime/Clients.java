package io.albumen.video.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.aws.AwsHttp;
import io.albumen.common.messaging.EventBus;
import io.albumen.common.messaging.EventsConfig;
import io.albumen.media.Ffmpeg;
import io.albumen.media.MediaProcess;
import io.albumen.video.lifecycle.EventPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

@ApplicationScoped
class Clients {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  @Produces
  @Singleton
  EventBridgeClient eventBridge(EventsConfig config) {
    var builder =
        EventBridgeClient.builder()
            .region(Region.of(config.region()))
            .httpClientBuilder(UrlConnectionHttpClient.builder());
    config.endpointOverride().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  void close(@Disposes EventBridgeClient client) {
    client.close();
  }

  @Produces
  @Singleton
  S3Client s3(S3ClientBuilder configured) {
    return configured.httpClientBuilder(AwsHttp.builder()).build();
  }

  void close(@Disposes S3Client client) {
    client.close();
  }

  @Produces
  @Singleton
  EventPublisher publisher(EventBridgeClient client, EventsConfig config, ObjectMapper mapper) {
    return new EventBus(client, config.bus(), "video-service", mapper)::publish;
  }

  /** Redirects are not followed: presigned URLs lead nowhere else. */
  @Produces
  @Singleton
  HttpClient http() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT_TIMEOUT)
        .build();
  }

  void close(@Disposes HttpClient client) {
    client.shutdownNow();
  }

  @Produces
  @Singleton
  MediaProcess media(MediaConfig config) {
    return new MediaProcess(Ffmpeg.locate(config.ffmpegDir(), config.cacheDir()));
  }
}
