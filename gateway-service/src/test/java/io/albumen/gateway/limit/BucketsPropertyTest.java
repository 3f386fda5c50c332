package io.albumen.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** What holds of the buckets whatever comes, in whatever order. */
class BucketsPropertyTest {
  private static final int ROOMY = 4096;
  private static final int CRAMPED = 16;
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1_000_000); // runs over soon

  /** A call by one of a few, some time after the one before. */
  record Call(int who, long nanosLater) {
    Subject subject() {
      return new Subject(who, ~who);
    }
  }

  @Provide
  Arbitrary<Rate> rates() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 40), Arbitraries.longs().between(1, 120_000))
        .as((permits, millis) -> new Rate("any", permits, Duration.ofMillis(millis)));
  }

  @Provide
  Arbitrary<List<Call>> calls() {
    var pause =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.just(0L)),
            Tuple.of(3, Arbitraries.longs().between(0, 2_000_000_000L)),
            Tuple.of(1, Arbitraries.longs().between(0, 200_000_000_000L)));
    return Combinators.combine(Arbitraries.integers().between(1, 60), pause)
        .as(Call::new)
        .list()
        .ofMaxSize(300);
  }

  @Property(tries = 300)
  void neverAdmitsMoreThanPermitsAndRefillInAnyWindow(
      @ForAll("rates") Rate rate, @ForAll("calls") List<Call> calls) {
    assertAtMostTheRate(rate, admitted(new Buckets(ROOMY, clock::get), rate, calls));
  }

  @Property(tries = 300)
  void neverAdmitsMoreWhenTheTableOverflows(
      @ForAll("rates") Rate rate, @ForAll("calls") List<Call> calls) {
    assertAtMostTheRate(rate, admitted(new Buckets(CRAMPED, clock::get), rate, calls));
  }

  @Property(tries = 300)
  void admitsWhatAnExactBucketOfOneAloneAdmits(
      @ForAll("rates") Rate rate, @ForAll("calls") List<Call> calls) {
    var together = admitted(new Buckets(ROOMY, clock::get), rate, calls);
    var now = 0L;
    var alone = new HashMap<Integer, ExactBucket>();
    var expected = new HashMap<Integer, List<Long>>();
    for (var call : calls) {
      now += call.nanosLater();
      if (alone.computeIfAbsent(call.who(), _ -> new ExactBucket(rate)).take(now)) {
        expected.computeIfAbsent(call.who(), _ -> new ArrayList<>()).add(now);
      }
    }

    assertThat(together).isEqualTo(expected);
  }

  @Property(tries = 300)
  void tellsTrulyHowLongToWait(
      @ForAll("rates") Rate rate, @ForAll @IntRange(min = 1, max = 60) int before) {
    var buckets = new Buckets(ROOMY, clock::get);
    var who = new Subject(1, 2);
    var last = buckets.draw(rate, who);
    for (int i = 0; i < before || last.admitted(); i++) {
      last = buckets.draw(rate, who);
    }

    clock.addAndGet(last.untilNext() - 1);
    assertThat(buckets.draw(rate, who).admitted()).isFalse();
    clock.addAndGet(1);
    assertThat(buckets.draw(rate, who).admitted()).isTrue();
  }

  @Property(tries = 300)
  void tellsTrulyHowManyRemain(
      @ForAll("rates") Rate rate, @ForAll @IntRange(min = 1, max = 60) int calls) {
    var buckets = new Buckets(ROOMY, clock::get);
    var who = new Subject(1, 2);
    var last = buckets.draw(rate, who);
    for (int i = 1; i < calls; i++) {
      clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(i));
      last = buckets.draw(rate, who);
    }

    for (long left = last.remaining(); left > 0; left--) {
      assertThat(buckets.draw(rate, who).admitted()).isTrue();
    }
    assertThat(buckets.draw(rate, who).admitted()).isFalse();
  }

  @Property(tries = 100)
  void staysStrictWhenTheClockGoesBack(
      @ForAll("rates") Rate rate, @ForAll @IntRange(min = 1, max = 1_000_000_000) int back) {
    var buckets = new Buckets(ROOMY, clock::get);
    var who = new Subject(1, 2);
    clock.addAndGet(2L * back);
    while (buckets.draw(rate, who).admitted()) {
      // until it is empty
    }

    clock.addAndGet(-back);

    assertThat(buckets.draw(rate, who).admitted()).isFalse();
  }

  @Property(tries = 50)
  void forgetsNobodysDebtInAFloodOfOthers(
      @ForAll("rates") Rate rate, @ForAll @IntRange(min = 1, max = 2000) int others) {
    var buckets = new Buckets(CRAMPED, clock::get);
    var attacker = new Subject(-1, -1);
    while (buckets.draw(rate, attacker).admitted()) {
      // until it is empty
    }

    for (int i = 0; i < others; i++) {
      buckets.draw(rate, new Subject(i, i));
    }

    assertThat(buckets.draw(rate, attacker).admitted()).isFalse();
  }

  /** Admitted calls by caller: when. */
  private HashMap<Integer, List<Long>> admitted(Buckets buckets, Rate rate, List<Call> calls) {
    var admitted = new HashMap<Integer, List<Long>>();
    var now = 0L;
    for (var call : calls) {
      now += call.nanosLater();
      clock.addAndGet(call.nanosLater());
      if (buckets.draw(rate, call.subject()).admitted()) {
        admitted.computeIfAbsent(call.who(), _ -> new ArrayList<>()).add(now);
      }
    }
    return admitted;
  }

  private static void assertAtMostTheRate(Rate rate, HashMap<Integer, List<Long>> admitted) {
    for (var times : admitted.values()) {
      for (int from = 0; from < times.size(); from++) {
        for (int to = from; to < times.size(); to++) {
          var span = times.get(to) - times.get(from);
          var most = rate.permits() + span / rate.nanosPerPermit();
          assertThat((long) to - from + 1).isLessThanOrEqualTo(most);
        }
      }
    }
  }

  /** The same rule told in another way: permits that come back one by one. */
  private static final class ExactBucket {
    private final Rate rate;
    private long lacking;
    private long at;

    ExactBucket(Rate rate) {
      this.rate = rate;
    }

    boolean take(long now) {
      lacking = Math.max(0, lacking - (now - at));
      at = now;
      if (lacking > rate.nanosPerPermit() * (rate.permits() - 1)) {
        return false;
      }
      lacking += rate.nanosPerPermit();
      return true;
    }
  }
}
