package io.albumen.local.cognito.pool;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.albumen.local.cognito.credential.Code;
import io.albumen.local.cognito.credential.Code.Purpose;
import io.albumen.local.cognito.credential.LockOut;
import io.albumen.local.sigv4.Hashes;
import io.albumen.local.store.DurableStore;
import io.albumen.local.store.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Names that nobody has but somebody tried. What is tried on them is counted as for users, in the
 * same store, so that neither limits nor time tell who is one. Names are kept as hashes only, and
 * not for long.
 */
final class Strangers {
  /** Stands for a code that was never sent; no guess is empty. */
  static final String NO_CODE = "";

  private static final int MANY = 10_000;
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final DurableStore store;
  private final Table<Stranger> strangers;
  private final Clock clock;

  Strangers(DurableStore store, Clock clock) {
    this.store = store;
    this.strangers = store.table("strangers", Stranger.class);
    this.clock = clock;
  }

  /** What was tried on a name. */
  record Stranger(LockOut lockOut, Map<Purpose, Code> codes, Instant lastTry) {
    private static final Stranger NEW = new Stranger(LockOut.NONE, Map.of(), Instant.EPOCH);

    Code code(Purpose purpose) {
      return codes.getOrDefault(purpose, Code.NONE);
    }

    Stranger with(LockOut changed) {
      return new Stranger(changed, codes, lastTry);
    }

    Stranger with(Purpose purpose, Code code) {
      var changed = new EnumMap<Purpose, Code>(Purpose.class);
      changed.putAll(codes);
      changed.put(purpose, code);
      return new Stranger(lockOut, changed, lastTry);
    }

    private Stranger tried(Instant now) {
      return new Stranger(lockOut, codes, now);
    }
  }

  Stranger find(String name) {
    return strangers.find(key(name)).orElse(Stranger.NEW);
  }

  void update(String name, UnaryOperator<Stranger> change) {
    store.change(
        () -> {
          var changed = change.apply(find(name));
          makeRoom();
          strangers.put(key(name), changed.tried(clock.instant()));
        });
  }

  /** Forgets those whose counts have run out or, under attack, all. */
  private void makeRoom() {
    if (strangers.size() < MANY) {
      return;
    }
    var old = clock.instant().minus(REMEMBERED);
    strangers.all().stream()
        .filter(row -> row.value().lastTry().isBefore(old))
        .forEach(row -> strangers.remove(row.key()));
    if (strangers.size() >= MANY) {
      strangers.clear();
    }
  }

  private static String key(String name) {
    return Hashes.sha256(name.toLowerCase(Locale.ROOT).getBytes(UTF_8));
  }
}
