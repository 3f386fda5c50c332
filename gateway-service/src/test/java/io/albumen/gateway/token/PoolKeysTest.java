package io.albumen.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.common.testing.TestTokens;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoolKeysTest {
  private static final String KNOWN = "test-key";
  private static final Duration PAUSE = Duration.ofSeconds(31);
  private final Vertx vertx = Vertx.vertx();
  private FakePool pool;
  private PoolKeys keys;

  @BeforeEach
  void open() throws IOException {
    pool = new FakePool();
    keys = new PoolKeys(vertx, pool.tokens(), pool.gate(), pool);
  }

  @AfterEach
  void close() {
    pool.close();
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  private PoolKeys.Found find(String id) {
    return await(keys.find(id));
  }

  @Test
  void fetchesOnceHoweverManyAskAtOnce() {
    var lookups = IntStream.range(0, 200).mapToObj(_ -> keys.find(KNOWN)).toList();

    assertThat(lookups).allSatisfy(found -> assertThat(await(found)).isInstanceOf(FOUND));
    assertThat(pool.fetches).hasValue(1);
  }

  private static final Class<?> FOUND = PoolKeys.Found.Key.class;

  @Test
  void attack1UnknownKeyIdsCauseNoFetchStorm() {
    assertThat(find(KNOWN)).isInstanceOf(FOUND);

    for (int i = 0; i < 500; i++) {
      assertThat(find("unknown-" + i)).isInstanceOf(PoolKeys.Found.Unknown.class);
    }

    assertThat(pool.fetches).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../../etc/passwd", "http://evil.example/jwks", "a b", "", "%2e%2e/x"})
  void attack1PathLikeKeyIdsAreNotWorthAFetch(String id) {
    assertThat(find(id)).isInstanceOf(PoolKeys.Found.Unknown.class);
    assertThat(pool.fetches).hasValue(0);
  }

  @Test
  void findsAKeyThatWasRotatedIn() {
    pool.answer = "{\"keys\":[]}";
    assertThat(find(KNOWN)).isInstanceOf(PoolKeys.Found.Unknown.class);

    pool.answer = TestTokens.jwks();
    pool.pass(PAUSE);

    assertThat(find(KNOWN)).isInstanceOf(FOUND);
    assertThat(pool.fetches).hasValue(2);
  }

  @Test
  void keepsKnownKeysWhileThePoolIsOutOfReach() {
    find(KNOWN);
    pool.status = 503;
    pool.pass(Duration.ofHours(3));

    assertThat(find(KNOWN)).isInstanceOf(FOUND);
    assertThat(find("unknown")).isInstanceOf(PoolKeys.Found.Unreachable.class);
    assertThat(find(KNOWN)).isInstanceOf(FOUND);
  }

  @Test
  void canTellNothingBeforeThePoolAnswered() {
    pool.status = 500;

    assertThat(find(KNOWN)).isInstanceOf(PoolKeys.Found.Unreachable.class);
    assertThat(find(KNOWN)).isInstanceOf(PoolKeys.Found.Unreachable.class);
    assertThat(pool.fetches).hasValue(1);
  }

  @Test
  void takesNoKeySetLargerThanAnyPools() {
    pool.answer = " ".repeat(70_000) + pool.answer;

    assertThat(find(KNOWN)).isInstanceOf(PoolKeys.Found.Unreachable.class);
  }
}
