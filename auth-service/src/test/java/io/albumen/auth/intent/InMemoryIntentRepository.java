package io.albumen.auth.intent;

import static java.util.Comparator.comparing;

import io.albumen.auth.Lifeline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Intents in a map. */
@Alternative
@ApplicationScoped
public class InMemoryIntentRepository implements IntentRepository {
  private final Lifeline life;
  private final Map<String, Due> items = new HashMap<>();
  private @Nullable RuntimeException failure;

  public InMemoryIntentRepository() {
    this(new Lifeline());
  }

  InMemoryIntentRepository(Lifeline life) {
    this.life = life;
  }

  public void clear() {
    items.clear();
    failure = null;
  }

  /** From now on nothing can be opened. */
  public void fail(RuntimeException failure) {
    this.failure = failure;
  }

  @Override
  public boolean open(Intent intent, Instant dueAt) {
    if (failure != null) {
      throw failure;
    }
    var earlier = items.put(intent.id(), new Due(intent, false, 0, dueAt));
    life.step();
    return earlier != null;
  }

  @Override
  public void settle(Intent intent, Instant until) {
    items.computeIfPresent(
        intent.id(),
        (_, due) ->
            isSame(due, intent) ? new Due(withoutSubject(intent), true, due.claims(), until) : due);
    life.step();
  }

  @Override
  public void drop(Intent intent) {
    items.computeIfPresent(intent.id(), (_, due) -> isSame(due, intent) ? null : due);
    life.step();
  }

  @Override
  public List<Due> due(Instant now, int limit) {
    return items.values().stream()
        .filter(due -> !due.dueAt().isAfter(now))
        .sorted(comparing(Due::dueAt))
        .limit(limit)
        .toList();
  }

  @Override
  public boolean claim(Due due, Instant until) {
    var now = items.get(due.intent().id());
    if (now == null || !now.dueAt().equals(due.dueAt())) {
      return false;
    }
    items.put(due.intent().id(), new Due(now.intent(), now.settled(), now.claims() + 1, until));
    life.step();
    return true;
  }

  private static boolean isSame(Due due, Intent intent) {
    return due.intent().openedAt().equals(intent.openedAt());
  }

  private static Intent withoutSubject(Intent intent) {
    return new Intent(intent.kind(), intent.key(), "", intent.openedAt());
  }
}
