package io.albumen.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.common.UserId;
import io.albumen.common.security.AccessTokenPolicy;
import io.albumen.common.testing.TestTokens;
import io.albumen.gateway.token.Revocations.Revocation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenGateTest {
  private static final UserId ADA = new UserId(UUID.randomUUID());
  private static final int LOOKS = 200_000;
  private final Vertx vertx = Vertx.vertx();
  private FakePool pool;
  private Revocations revocations;
  private TokenGate gate;

  @BeforeEach
  void open() throws IOException {
    pool = new FakePool();
    var config = pool.gate();
    revocations = new Revocations(config);
    var keys = new PoolKeys(vertx, pool.tokens(), config, pool);
    var policy = new AccessTokenPolicy(pool.tokens());
    var verifier = new TokenVerifier(vertx, keys, pool.tokens(), policy, config, pool);
    gate = new TokenGate(verifier, revocations, config, pool);
  }

  @AfterEach
  void close() {
    pool.close();
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  private static String header() {
    return "Bearer " + TestTokens.access(ADA);
  }

  private Verdict look(String header) {
    return await(gate.look(header));
  }

  private void revoke(Duration fromNow) {
    revocations.replace(List.of(new Revocation(ADA, pool.instant().plus(fromNow))));
  }

  @Test
  void knowsNothingOfATokenNeverSeen() {
    assertThat(gate.known(header())).isNull();
  }

  @Test
  void remembersWhatItFoundGood() {
    var header = header();

    var verdict = look(header);

    assertThat(verdict).isInstanceOfSatisfying(Verdict.Good.class, this::isAdas);
    assertThat(gate.known(header)).isEqualTo(verdict);
  }

  private void isAdas(Verdict.Good good) {
    assertThat(good.user()).isEqualTo(ADA);
  }

  @Test
  void remembersNoBadToken() {
    var header = header() + "x";

    assertThat(look(header)).isEqualTo(Verdict.BAD);
    assertThat(gate.known(header)).isNull();
  }

  @Test
  void forgetsATokenWhenItExpires() {
    var header = header();
    look(header);

    pool.pass(Duration.ofSeconds(320));

    assertThat(gate.known(header)).isNotInstanceOf(Verdict.Good.class);
    assertThat(look(header)).isEqualTo(Verdict.BAD);
  }

  @Test
  void toleratesClocksTenSecondsApart() {
    var header = header();

    pool.pass(Duration.ofSeconds(305));

    assertThat(look(header)).isInstanceOf(Verdict.Good.class);
  }

  @Test
  void refusesATokenNotYetValid() {
    var claims = TestTokens.claims(ADA);
    claims.setNotBefore(NumericDate.fromSeconds(pool.instant().getEpochSecond() + 60));

    assertThat(look("Bearer " + TestTokens.sign(claims))).isEqualTo(Verdict.BAD);
  }

  @Test
  void refusesATokenIssuedInTheFuture() {
    var claims = TestTokens.claims(ADA);
    claims.setIssuedAt(NumericDate.fromSeconds(pool.instant().getEpochSecond() + 60));

    assertThat(look("Bearer " + TestTokens.sign(claims))).isEqualTo(Verdict.BAD);
  }

  @Test
  void endsARememberedTokenOnceItIsRevoked() {
    var header = header();
    look(header);

    revoke(Duration.ofSeconds(2));

    assertThat(gate.known(header)).isEqualTo(Verdict.BAD);
    assertThat(look(header)).isEqualTo(Verdict.BAD);
  }

  @Test
  void leavesTokensAliveThatWereIssuedAfterTheRevocation() {
    revoke(Duration.ofSeconds(-5));

    assertThat(look(header())).isInstanceOf(Verdict.Good.class);
  }

  /** Measured with the plainest compiler: the bound is one for the event loop. */
  @Test
  void looksAtARememberedTokenInLessThanFiveMicroseconds() {
    var header = header();
    look(header);
    var bytes = header.toCharArray();
    repeat(bytes);

    var processor = ManagementFactory.getThreadMXBean();
    var begin = processor.getCurrentThreadCpuTime();
    repeat(bytes);
    var each = (processor.getCurrentThreadCpuTime() - begin) / (double) LOOKS;

    assertThat(each).as("nanoseconds").isLessThan(5_000);
  }

  /** Each time a new string, as from the wire. */
  private void repeat(char[] header) {
    int known = 0;
    for (int i = 0; i < LOOKS; i++) {
      known += gate.known(new String(header)) == null ? 0 : 1;
    }
    assertThat(known).isEqualTo(LOOKS);
  }
}
