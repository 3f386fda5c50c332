package io.albumen.local.cognito.pool;

import io.albumen.local.cognito.credential.Code;
import io.albumen.local.cognito.credential.Code.Purpose;
import io.albumen.local.cognito.credential.LockOut;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/**
 * Names that nobody has but somebody tried. What is tried on them is counted as for users, so that
 * no limit tells who is one. Kept in memory, those tried last.
 */
final class Strangers {
  /** Stands for a code that was never sent; no guess is empty. */
  static final String NO_CODE = "";

  private static final int REMEMBERED = 10_000;
  private static final Stranger NEW = new Stranger(LockOut.NONE, Map.of());

  private final SequencedMap<String, Stranger> strangers = new LinkedHashMap<>(16, 0.75f, true);

  /** What was tried on a name. */
  record Stranger(LockOut lockOut, Map<Purpose, Code> codes) {

    Code code(Purpose purpose) {
      return codes.getOrDefault(purpose, Code.NONE);
    }

    Stranger withCode(Purpose purpose, Code code) {
      var changed = new EnumMap<Purpose, Code>(Purpose.class);
      changed.putAll(codes);
      changed.put(purpose, code);
      return new Stranger(lockOut, changed);
    }
  }

  synchronized Stranger find(String name) {
    return strangers.getOrDefault(key(name), NEW);
  }

  synchronized void update(String name, UnaryOperator<Stranger> change) {
    strangers.put(key(name), change.apply(find(name)));
    if (strangers.size() > REMEMBERED) {
      strangers.pollFirstEntry();
    }
  }

  /** Counts a wrong password; false where it is tried during a lock-out, and counts for nothing. */
  synchronized boolean guess(String name, Instant now) {
    var stranger = find(name);
    if (stranger.lockOut().holds(now)) {
      return false;
    }
    update(name, before -> new Stranger(before.lockOut().failed(now), before.codes()));
    return true;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
