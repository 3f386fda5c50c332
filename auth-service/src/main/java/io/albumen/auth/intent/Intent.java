package io.albumen.auth.intent;

import java.time.Instant;

/**
 * Something begun, to be finished or given up.
 *
 * @param key names it among its kind; the same key again means the same intent again
 * @param subject whom it concerns
 */
public record Intent(IntentKind kind, String key, String subject, Instant openedAt) {

  /** Unique among all kinds; fit for a log. */
  public String id() {
    return kind + "#" + key;
  }

  /** Leaves out the subject, which may be an address. */
  @Override
  public String toString() {
    return "Intent[" + id() + "]";
  }
}
