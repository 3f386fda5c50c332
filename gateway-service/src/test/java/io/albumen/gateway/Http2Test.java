package io.albumen.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.common.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestTokens.Keys.class)
@QuarkusTestResource(Upstream.class)
class Http2Test {
  private static final long CANCEL = 8;
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client =
      vertx.createHttpClient(
          new HttpClientOptions()
              .setProtocolVersion(HttpVersion.HTTP_2)
              .setHttp2ClearTextUpgrade(false));

  @AfterEach
  void close() {
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }

  private Future<HttpClientRequest> begin(HttpMethod method, String path) {
    return client.request(
        new RequestOptions()
            .setHost("127.0.0.1")
            .setPort(RestAssured.port)
            .setMethod(method)
            .setURI("/api/v1/" + path));
  }

  private Future<HttpClientResponse> send(HttpMethod method, String path, Buffer body) {
    return begin(method, path)
        .compose(request -> body.length() == 0 ? request.send() : request.send(body));
  }

  @Test
  void speaksHttp2ToWhoeverKnowsBeforehand() {
    var answer = await(send(HttpMethod.GET, "media", Buffer.buffer()));

    assertThat(answer.version()).isEqualTo(HttpVersion.HTTP_2);
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void passesABodyOnOneOfManyStreams() {
    var answers =
        IntStream.range(0, 20)
            .mapToObj(_ -> send(HttpMethod.POST, "media", Buffer.buffer(new byte[100_000])))
            .map(answer -> answer.compose(HttpClientResponse::body))
            .toList();

    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(await(answer).toJsonObject().getInteger("bodyBytes"))
                    .isEqualTo(100_000));
  }

  @Test
  void streamsDownWithoutALength() {
    var length =
        await(
            send(HttpMethod.GET, "videos/large", Buffer.buffer())
                .compose(
                    answer -> {
                      long[] bytes = {0};
                      answer.handler(data -> bytes[0] += data.length());
                      return answer.end().map(_ -> bytes[0]);
                    }));

    assertThat(length).isEqualTo(Upstream.LARGE);
  }

  @Test
  void passesABodyOfUndeclaredLength() {
    var answer =
        await(
            begin(HttpMethod.POST, "media")
                .compose(
                    request -> {
                      request.setChunked(true);
                      var _ = request.write("abc");
                      return request.send(Buffer.buffer("de"));
                    })
                .compose(HttpClientResponse::body));

    assertThat(answer.toJsonObject().getInteger("bodyBytes")).isEqualTo(5);
  }

  @Test
  void refusesAnUndeclaredBodyOnceItIsTooLarge() {
    var request = await(begin(HttpMethod.POST, "media")).setChunked(true);
    for (int i = 0; i < 17; i++) {
      var _ = request.write(Buffer.buffer(new byte[65_536]));
    }

    assertThat(await(request.response()).statusCode()).isEqualTo(413);
  }

  @Test
  void joinsTheCookiesThatHttp2Splits() {
    var answer =
        await(
            begin(HttpMethod.GET, "auth/refresh")
                .compose(
                    request -> {
                      request.headers().add("cookie", "a=1").add("cookie", "b=2");
                      return request.send();
                    })
                .compose(HttpClientResponse::body));

    assertThat(answer.toJsonObject().getJsonObject("headers").getString("cookie"))
        .isEqualTo("a=1; b=2");
  }

  @Test
  void goesOnAfterStreamsWereReset() {
    for (int i = 0; i < 20; i++) {
      var request = await(begin(HttpMethod.GET, "videos/large"));
      var answer = await(request.send());
      answer.exceptionHandler(_ -> {});
      request.reset(CANCEL);
      var next = await(begin(HttpMethod.GET, "media"));

      assertThat(await(next.send()).statusCode()).isEqualTo(200);
      assertThat(next.connection()).isSameAs(request.connection());
    }
  }

  @Test
  void endsTheStreamWhereAServiceBreaksOff() {
    var ended =
        send(HttpMethod.GET, "videos/broken", Buffer.buffer())
            .compose(HttpClientResponse::body)
            .map(_ -> "whole")
            .otherwise("broken off");

    assertThat(await(ended)).isEqualTo("broken off");
  }
}
