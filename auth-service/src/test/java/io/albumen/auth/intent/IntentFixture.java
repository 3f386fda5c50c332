package io.albumen.auth.intent;

import io.albumen.auth.Lifeline;
import io.albumen.auth.TestConfig;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Intents in memory, for the tests of the features that have some. */
public final class IntentFixture {
  private final InMemoryIntentRepository repository;
  private final IntentConfig config = TestConfig.defaults(IntentConfig.class);
  private final Clock clock;

  public IntentFixture(Clock clock, Lifeline life) {
    this.clock = clock;
    this.repository = new InMemoryIntentRepository(life);
  }

  public Intents intents() {
    return new Intents(repository, config, clock);
  }

  public void sweep(IntentHandler... handlers) {
    new IntentSweeper(repository, intents(), List.of(handlers), config, clock).sweep();
  }

  /** How many are neither settled nor dropped. */
  public long open() {
    return repository.due(Instant.MAX, 1000).stream().filter(due -> !due.settled()).count();
  }

  /** How many are remembered at all. */
  public int remembered() {
    return repository.due(Instant.MAX, 1000).size();
  }
}
