package io.albumen.local.s3;

import io.albumen.local.FleetResources;
import io.albumen.local.TestStack;
import io.albumen.local.sigv4.Hashes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/** The media bucket as an uploading browser and a service see it. */
public final class Bucket {
  static final String NAME = FleetResources.BUCKET;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Bucket() {}

  public static S3Client client() {
    return TestStack.client("s3", S3Client.builder().forcePathStyle(true));
  }

  static S3Presigner presigner(AwsCredentialsProvider credentials) {
    return S3Presigner.builder()
        .endpointOverride(URI.create(TestStack.setting("quarkus.s3.endpoint-override")))
        .region(Region.EU_WEST_1)
        .credentialsProvider(credentials)
        .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
        .build();
  }

  static S3Presigner presigner() {
    return presigner(TestStack.credentials(TestStack.settings()));
  }

  public static String newKey(String prefix) {
    return prefix + UUID.randomUUID();
  }

  /** As photo-service mints it. */
  static PresignedPutObjectRequest mint(String key, byte[] body) {
    var put =
        PutObjectRequest.builder()
            .bucket(NAME)
            .key(key)
            .contentLength((long) body.length)
            .contentType("image/jpeg")
            .contentDisposition("attachment")
            .checksumSHA256(sha256(body))
            .ifNoneMatch("*")
            .build();
    try (var presigner = presigner()) {
      return presigner.presignPutObject(
          presign -> presign.signatureDuration(Duration.ofMinutes(5)).putObjectRequest(put));
    }
  }

  /** Sends what was minted, with some headers changed; an empty value leaves the header out. */
  static HttpResponse<String> put(
      PresignedRequest minted, byte[] body, Map<String, String> changed) {
    var request =
        HttpRequest.newBuilder(URI.create(minted.url().toString()))
            .PUT(BodyPublishers.ofByteArray(body));
    minted
        .signedHeaders()
        .forEach(
            (name, values) -> {
              var value = changed.getOrDefault(name.toLowerCase(), values.getFirst());
              if (!name.equalsIgnoreCase("host")
                  && !name.equalsIgnoreCase("content-length")
                  && !value.isEmpty()) {
                request.header(name, value);
              }
            });
    changed.forEach(
        (name, value) -> {
          if (!minted.signedHeaders().containsKey(name.toLowerCase(Locale.ROOT))) {
            request.header(name, value);
          }
        });
    return send(request.build());
  }

  static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String sha256(byte[] body) {
    return Base64.getEncoder().encodeToString(Hashes.sha256().digest(body));
  }
}
