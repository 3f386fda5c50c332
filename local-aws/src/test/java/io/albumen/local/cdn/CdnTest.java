package io.albumen.local.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.local.FleetResources;
import io.albumen.local.TestStack;
import io.albumen.local.s3.Bucket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

class CdnTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Instant SOON = Instant.now().plusSeconds(600);

  private final Signer signer = new Signer();
  private final String key = store("renditions/", "0123456789");

  @Test
  void servesASignedUrl() {
    var answer = get(signer.canned("/" + key, SOON));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("0123456789");
    assertThat(answer.headers().firstValue("content-type")).contains("image/webp");
    assertThat(answer.headers().firstValue("cache-control").orElseThrow()).contains("immutable");
  }

  @Test
  void takesSha1WhenNoAlgorithmIsNamed() {
    assertThat(get(signer.cannedSha1("/" + key, SOON)).statusCode()).isEqualTo(200);
  }

  @Test
  void opensAPrefixUnderACustomPolicy() {
    var query = signer.customQuery("/renditions/*", SOON);

    assertThat(get(Signer.url("/" + key) + query).statusCode()).isEqualTo(200);
  }

  @Test
  void opensNothingOutsideThePrefix() {
    var other = store("originals/", "secret");
    var query = signer.customQuery("/renditions/*", SOON);

    assertDenied(get(Signer.url("/" + other) + query), "AccessDenied");
  }

  @Test
  void takesAQuestionMarkForOneCharacter() {
    var pattern = "/" + key.substring(0, key.length() - 1) + "?";

    assertThat(get(Signer.url("/" + key) + signer.customQuery(pattern, SOON)).statusCode())
        .isEqualTo(200);
    assertDenied(
        get(Signer.url("/" + key + "x") + signer.customQuery(pattern, SOON)), "AccessDenied");
  }

  @Test
  void asksForAKey() {
    assertDenied(get(Signer.url("/" + key)), "MissingKey");
  }

  @Test
  void refusesAnExpiredUrl() {
    assertDenied(get(signer.canned("/" + key, Instant.now().minusSeconds(1))), "AccessDenied");
    assertDenied(
        get(
            Signer.url("/" + key)
                + signer.customQuery("/renditions/*", Instant.now().minusSeconds(1))),
        "AccessDenied");
  }

  @Test
  void refusesALaterExpiryThanSigned() {
    var url = signer.canned("/" + key, SOON);

    assertDenied(
        get(
            url.replace(
                "Expires=" + SOON.getEpochSecond(), "Expires=" + (SOON.getEpochSecond() + 60))),
        "AccessDenied");
  }

  @Test
  void refusesAnotherObjectThanSigned() {
    var other = store("renditions/", "secret");

    assertDenied(get(signer.canned("/" + key, SOON).replace(key, other)), "AccessDenied");
  }

  @Test
  void saysNothingOfWhatIsAbsent() {
    assertDenied(get(signer.canned("/renditions/none", SOON)), "AccessDenied");
  }

  @Test
  void answersARangeAndRefusesOneBeyondTheEnd() {
    var url = signer.canned("/" + key, SOON);

    var part = get(url, "Range", "bytes=4-");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo("456789");
    assertThat(part.headers().firstValue("content-range")).contains("bytes 4-9/10");
    assertThat(get(url, "Range", "bytes=-3").body()).isEqualTo("789");
    assertThat(get(url, "Range", "bytes=10-").statusCode()).isEqualTo(416);
  }

  @Test
  void answersThatNothingChanged() {
    var url = signer.canned("/" + key, SOON);
    var etag = get(url).headers().firstValue("etag").orElseThrow();

    assertThat(get(url, "If-None-Match", etag).statusCode()).isEqualTo(304);
  }

  @Test
  void namesADownloadOnlyIfTheNameWasSigned() {
    var original = store("originals/", "photo");
    var named = "/" + original + "?response-content-disposition=attachment%3B%20filename%3Da.jpg";

    assertThat(get(signer.canned(named, SOON)).headers().firstValue("content-disposition"))
        .contains("attachment; filename=a.jpg");
    assertDenied(get(signer.canned(named, SOON).replace("a.jpg", "a.exe")), "AccessDenied");
  }

  @Test
  void namesNoDownloadOfARendition() {
    var named = "/" + key + "?response-content-disposition=attachment";

    assertThat(get(signer.canned(named, SOON)).headers().firstValue("content-disposition"))
        .isEmpty();
  }

  @Test
  void letsThePageOfTheFleetReadAndNoOther() {
    var url = signer.canned("/" + key, SOON);

    assertThat(
            get(url, "Origin", TestStack.ORIGIN)
                .headers()
                .firstValue("access-control-allow-origin"))
        .contains(TestStack.ORIGIN);
    assertThat(
            get(url, "Origin", "https://evil.example")
                .headers()
                .firstValue("access-control-allow-origin"))
        .isEmpty();
  }

  private static String store(String prefix, String body) {
    var key = Bucket.newKey(prefix);
    Bucket.client()
        .putObject(
            b -> b.bucket(FleetResources.BUCKET).key(key).contentType("image/webp"),
            RequestBody.fromString(body));
    return key;
  }

  private static void assertDenied(HttpResponse<String> answer, String code) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("<Code>" + code + "</Code>");
  }

  private static HttpResponse<String> get(String url, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(url));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
