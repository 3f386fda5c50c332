package io.albumen.auth.intent;

/** Finishes intents of one kind; may be called again at any time, also at once. */
public interface IntentHandler {

  /** What became of an intent. */
  enum Outcome {
    /** It took effect, now or before. */
    SETTLED,
    /** It never will take effect. */
    DROPPED,
    /** It cannot be told yet. */
    PENDING
  }

  IntentKind kind();

  /** Throwing means to try again later. */
  Outcome resume(Intent intent);
}
