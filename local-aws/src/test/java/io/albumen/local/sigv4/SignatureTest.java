package io.albumen.local.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.local.StackContext.Credentials;
import io.albumen.local.protocol.AwsRequest;
import io.albumen.local.sigv4.SignatureFailure.Fault;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Against the signer of AWS's own SDK. */
class SignatureTest {
  private static final Credentials KEY = new Credentials("AKIDFLEET", "secret");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String BODY = "Action=Do&Text=a+b";

  @Test
  void acceptsWhatTheSdkSigned() {
    assertThatCode(() -> verifyAt(NOW, signed("events"))).doesNotThrowAnyException();
  }

  @Test
  void acceptsAClockAQuarterOfAnHourOff() {
    assertThatCode(() -> verifyAt(NOW.plus(Duration.ofMinutes(15)), signed("events")))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesAnOldSignature() {
    refused(Fault.MISMATCH, NOW.plus(Duration.ofMinutes(16)), signed("events"));
  }

  @Test
  void refusesASignatureOfTheFuture() {
    refused(Fault.MISMATCH, NOW.minus(Duration.ofMinutes(16)), signed("events"));
  }

  @Test
  void refusesAnotherBody() {
    var request = signed("events");

    refused(
        Fault.MISMATCH,
        NOW,
        new AwsRequest(
            request.method(), request.path(), request.query(), request.headers(), new byte[1]));
  }

  @Test
  void refusesAnotherQuery() {
    var request = signed("events");

    refused(
        Fault.MISMATCH,
        NOW,
        new AwsRequest(
            request.method(), request.path(), "z=1&a=c", request.headers(), request.body()));
  }

  @Test
  void refusesAnotherTarget() {
    refused(Fault.MISMATCH, NOW, with(signed("events"), "x-amz-target", "AWSEvents.DeleteRule"));
  }

  @Test
  void refusesAnUnsignedAmazonHeader() {
    refused(Fault.MISMATCH, NOW, with(signed("events"), "x-amz-extra", "1"));
  }

  @Test
  void refusesASignatureForAnotherService() {
    refused(Fault.MISMATCH, NOW, signed("sqs"));
  }

  @Test
  void refusesAnUnsignedRequest() {
    var request = signed("events");
    var headers = new HashMap<>(request.headers());
    headers.remove("authorization");

    refused(
        Fault.MISSING,
        NOW,
        new AwsRequest(request.method(), request.path(), request.query(), headers, request.body()));
  }

  @Test
  void refusesHalfAnAuthorization() {
    refused(
        Fault.INCOMPLETE,
        NOW,
        with(signed("events"), "authorization", "AWS4-HMAC-SHA256 Credential=AKIDFLEET"));
  }

  private static void refused(Fault fault, Instant now, AwsRequest request) {
    assertThatThrownBy(() -> verifyAt(now, request))
        .isInstanceOfSatisfying(
            SignatureFailure.class, failure -> assertThat(failure.fault()).isEqualTo(fault));
  }

  private static void verifyAt(Instant now, AwsRequest request) {
    new Signature("events", "eu-west-1", KEY, Clock.fixed(now, ZoneOffset.UTC)).verify(request);
  }

  private static AwsRequest signed(String service) {
    var request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(URI.create("http://127.0.0.1:8406/?z=1&a=b%20c"))
            .putHeader("X-Amz-Target", "AWSEvents.PutEvents")
            .build();
    var signed =
        AwsV4HttpSigner.create()
            .sign(
                r ->
                    r.identity(
                            AwsCredentialsIdentity.create(KEY.accessKeyId(), KEY.secretAccessKey()))
                        .request(request)
                        .payload(ContentStreamProvider.fromUtf8String(BODY))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(NOW, ZoneOffset.UTC)))
            .request();
    var headers = new HashMap<String, List<String>>();
    signed.headers().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    return new AwsRequest("POST", "/", "z=1&a=b%20c", Map.copyOf(headers), BODY.getBytes(UTF_8));
  }

  private static AwsRequest with(AwsRequest request, String header, String value) {
    var headers = new HashMap<>(request.headers());
    headers.put(header, List.of(value));
    return new AwsRequest(
        request.method(), request.path(), request.query(), headers, request.body());
  }
}
