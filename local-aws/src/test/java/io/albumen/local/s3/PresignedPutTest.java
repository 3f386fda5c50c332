package io.albumen.local.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.local.TestStack;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

class PresignedPutTest {
  private static final byte[] BODY = "a photo".getBytes(UTF_8);
  private final S3Client s3 = Bucket.client();
  private final String key = Bucket.newKey("originals/");

  @Test
  void keepsWhatWasPromisedWithItsChecksum() {
    var answer = Bucket.put(Bucket.mint(key, BODY), BODY, Map.of());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var head =
        s3.headObject(b -> b.bucket(Bucket.NAME).key(key).checksumMode(ChecksumMode.ENABLED));
    assertThat(head.checksumSHA256()).isEqualTo(Bucket.sha256(BODY));
    assertThat(head.contentType()).isEqualTo("image/jpeg");
    assertThat(head.contentDisposition()).isEqualTo("attachment");
    assertThat(head.contentLength()).isEqualTo(BODY.length);
    assertThat(head.versionId())
        .isNotBlank()
        .isEqualTo(answer.headers().firstValue("x-amz-version-id").orElseThrow());
  }

  @Test
  void attack30RefusesASecondPutOfTheSameKey() {
    Bucket.put(Bucket.mint(key, BODY), BODY, Map.of());

    var second = Bucket.put(Bucket.mint(key, BODY), BODY, Map.of());

    assertThat(second.statusCode()).isEqualTo(412);
  }

  @Test
  void attack26RefusesAnotherLength() {
    var answer = Bucket.put(Bucket.mint(key, BODY), "a longer photo".getBytes(UTF_8), Map.of());

    assertRefused(answer.statusCode(), 403);
  }

  @Test
  void tellsWhyItRefusesToWhoIsStillSending() {
    var answer = Bucket.put(Bucket.mint(key, BODY), new byte[32 << 20], Map.of());

    assertThat(answer.body()).contains("SignatureDoesNotMatch");
    assertRefused(answer.statusCode(), 403);
  }

  @Test
  void attack26RefusesAnotherType() {
    var answer = Bucket.put(Bucket.mint(key, BODY), BODY, Map.of("content-type", "text/html"));

    assertRefused(answer.statusCode(), 403);
  }

  @Test
  void attack26RefusesOtherBytesOfTheSameLength() {
    var answer = Bucket.put(Bucket.mint(key, BODY), "b photo".getBytes(UTF_8), Map.of());

    assertRefused(answer.statusCode(), 400);
  }

  @Test
  void attack26RefusesAChecksumOfOnesOwn() {
    var other = "b photo".getBytes(UTF_8);

    var answer =
        Bucket.put(
            Bucket.mint(key, BODY), other, Map.of("x-amz-checksum-sha256", Bucket.sha256(other)));

    assertRefused(answer.statusCode(), 403);
  }

  @Test
  void attack26RefusesALeftOutCondition() {
    var answer = Bucket.put(Bucket.mint(key, BODY), BODY, Map.of("if-none-match", ""));

    assertRefused(answer.statusCode(), 403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-amz-acl", "x-amz-meta-a", "X-Amz-Tagging", "x-amz-copy-source"})
  void attack26RefusesHeadersOfItsOwnThatWereNotSigned(String name) {
    var answer = Bucket.put(Bucket.mint(key, BODY), BODY, Map.of(name, "a"));

    assertThat(answer.body()).contains("AccessDenied");
    assertRefused(answer.statusCode(), 403);
  }

  @Test
  void attack26RefusesWhatIsSaidTwice() {
    var url = Bucket.mint(key, BODY).url() + "&X-Amz-Expires=604800";

    var answer =
        Bucket.send(
            HttpRequest.newBuilder(URI.create(url))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(BODY))
                .build());

    assertThat(answer.body()).contains("SignatureDoesNotMatch");
    assertRefused(answer.statusCode(), 403);
  }

  @Test
  void refusesAForeignSecret() {
    var foreign =
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create(TestStack.setting("aws.access-key-id"), "another"));
    try (var presigner = Bucket.presigner(foreign)) {
      var url =
          presigner
              .presignPutObject(
                  presign ->
                      presign
                          .signatureDuration(Duration.ofMinutes(5))
                          .putObjectRequest(put -> put.bucket(Bucket.NAME).key(key)))
              .url();
      var answer =
          Bucket.send(
              HttpRequest.newBuilder(URI.create(url.toString()))
                  .PUT(HttpRequest.BodyPublishers.ofByteArray(BODY))
                  .build());

      assertRefused(answer.statusCode(), 403);
    }
  }

  @Test
  void refusesAnUnsignedPut() {
    var url = TestStack.setting("quarkus.s3.endpoint-override") + "/" + Bucket.NAME + "/" + key;

    var answer =
        Bucket.send(
            HttpRequest.newBuilder(URI.create(url))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(BODY))
                .build());

    assertRefused(answer.statusCode(), 403);
  }

  private void assertRefused(int status, int expected) {
    assertThat(status).isEqualTo(expected);
    assertThatThrownBy(() -> s3.headObject(b -> b.bucket(Bucket.NAME).key(key)))
        .isInstanceOf(NoSuchKeyException.class);
  }

  @Test
  void letsThePageOfTheFleetPutAndNoOther() {
    assertThat(preflight(TestStack.ORIGIN)).isEqualTo(200);
    assertThat(preflight("https://evil.example")).isEqualTo(403);
  }

  private int preflight(String origin) {
    var minted = Bucket.mint(key, BODY);
    return Bucket.send(
            HttpRequest.newBuilder(URI.create(minted.url().toString()))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "PUT")
                .header(
                    "Access-Control-Request-Headers",
                    "content-type,content-disposition,if-none-match,x-amz-checksum-sha256")
                .build())
        .statusCode();
  }
}
