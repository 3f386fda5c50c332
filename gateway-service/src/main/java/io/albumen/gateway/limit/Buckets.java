package io.albumen.gateway.limit;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/**
 * Token buckets in a table of fixed size, whoever asks. A bucket is one number: the time at which
 * it will be full again ("generic cell rate algorithm"). One that is full needs no place.
 *
 * <p>A key has {@value #WAYS} places it may be in. When others that are not full hold them all, it
 * takes over the fullest, <em>with</em> what that one lacks. So nobody ever gets more than their
 * rate, and nobody can have their own bucket forgotten by flooding the table: what replaces it, and
 * what they find on coming back, lacks at least as much. The price is paid by newcomers in a flood,
 * who may find a bucket that is not quite full.
 */
final class Buckets {
  private static final int WAYS = 8;
  private static final int LOCKS = 256;
  private final LongSupplier nanos;
  private final long start;
  private final long seed = ThreadLocalRandom.current().nextLong();
  private final int sets;
  private final long[] keys;
  private final long[] fullAt;
  private final Object[] locks = new Object[LOCKS];

  /**
   * @param places buckets that can be other than full at once, rounded up to a power of two; each
   *     takes 16 bytes
   * @param nanos a clock that never goes back, as {@link System#nanoTime}
   */
  Buckets(int places, LongSupplier nanos) {
    this.sets = Math.max(1, Integer.highestOneBit(Math.max(1, places - 1)) * 2 / WAYS);
    this.keys = new long[sets * WAYS];
    this.fullAt = new long[sets * WAYS];
    this.nanos = nanos;
    this.start = nanos.getAsLong();
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new Object();
    }
  }

  int places() {
    return keys.length;
  }

  /**
   * @param remaining calls possible at once after this one
   * @param untilNext nanoseconds until one more is possible; 0 where some remain
   * @param untilFull nanoseconds until all are
   */
  record Draw(boolean admitted, long remaining, long untilNext, long untilFull) {}

  /** Takes one permit of the subject, if there is one. */
  Draw draw(Rate rate, Subject subject) {
    var now = nanos.getAsLong() - start;
    var key = key(rate, subject);
    var set = (int) (key & (sets - 1));
    synchronized (locks[set & (LOCKS - 1)]) {
      var place = place(set * WAYS, key, now);
      var before = Math.max(now, fullAt[place]);
      var after = before + rate.nanosPerPermit();
      var admitted = after - now <= rate.nanosPerPermit() * rate.permits();
      if (admitted) {
        keys[place] = key;
        fullAt[place] = after;
      }
      return drawn(rate, admitted, (admitted ? after : before) - now);
    }
  }

  private static Draw drawn(Rate rate, boolean admitted, long lacking) {
    var capacity = rate.nanosPerPermit() * rate.permits();
    var remaining = Math.max(0, (capacity - lacking) / rate.nanosPerPermit());
    var untilNext = Math.max(0, lacking + rate.nanosPerPermit() - capacity);
    return new Draw(admitted, remaining, untilNext, lacking);
  }

  /** The key's own place; else one that is full, else the fullest. */
  private int place(int first, long key, long now) {
    var fullest = first;
    for (int place = first; place < first + WAYS; place++) {
      if (keys[place] == key && fullAt[place] > now) {
        return place;
      }
      if (fullAt[place] < fullAt[fullest]) {
        fullest = place;
      }
    }
    return fullest;
  }

  /** Mixed with a secret, so that nobody can choose an address to share another's places. */
  private long key(Rate rate, Subject subject) {
    return mix(mix(mix(seed ^ rate.name().hashCode()) ^ subject.high()) ^ subject.low());
  }

  /** The finisher of MurmurHash3: each bit of the input changes half of the output's. */
  private static long mix(long x) {
    var y = (x ^ (x >>> 33)) * 0xff51afd7ed558ccdL;
    var z = (y ^ (y >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return z ^ (z >>> 33);
  }
}
