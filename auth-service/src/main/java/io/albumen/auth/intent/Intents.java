package io.albumen.auth.intent;

import io.albumen.auth.intent.IntentHandler.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** The way for a feature to write down what it is about to do. */
@ApplicationScoped
public class Intents {
  private final IntentRepository intents;
  private final IntentConfig config;
  private final Clock clock;

  Intents(IntentRepository intents, IntentConfig config, Clock clock) {
    this.intents = intents;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Opens an intent; from now on the sweeper sees to it, unless it is closed in time.
   *
   * @return whether the same was open or settled before
   */
  public boolean open(Intent intent) {
    return intents.open(intent, clock.instant().plus(config.patience()));
  }

  public void close(Intent intent, Outcome outcome) {
    switch (outcome) {
      case SETTLED -> intents.settle(intent, clock.instant().plus(config.remember()));
      case DROPPED -> intents.drop(intent);
      case PENDING -> {} // stays due
    }
  }
}
