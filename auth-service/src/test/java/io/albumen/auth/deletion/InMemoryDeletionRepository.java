package io.albumen.auth.deletion;

import static java.util.Comparator.comparing;

import io.albumen.auth.Lifeline;
import io.albumen.auth.deletion.Deletion.State;
import io.albumen.common.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deletions in a map. */
@Alternative
@ApplicationScoped
public class InMemoryDeletionRepository implements DeletionRepository {
  private final Lifeline life;
  private final Map<UserId, Kept> items = new HashMap<>();

  public InMemoryDeletionRepository() {
    this(new Lifeline());
  }

  InMemoryDeletionRepository(Lifeline life) {
    this.life = life;
  }

  private record Kept(Deletion deletion, Instant dueAt) {}

  public void clear() {
    items.clear();
  }

  @Override
  public boolean open(Deletion deletion, Instant dueAt) {
    var isNew = items.putIfAbsent(deletion.user(), new Kept(deletion, dueAt)) == null;
    life.step();
    return isNew;
  }

  @Override
  public Optional<Deletion> find(UserId user) {
    return Optional.ofNullable(items.get(user)).map(Kept::deletion);
  }

  @Override
  public Optional<Deletion> find(Receipt receipt) {
    return items.values().stream()
        .map(Kept::deletion)
        .filter(deletion -> deletion.receiptHash().equals(receipt.hash()))
        .findFirst();
  }

  @Override
  public void beginErasing(UserId user, Instant dueAt) {
    in(State.REQUESTED, user)
        .ifPresent(
            deletion ->
                items.put(user, new Kept(with(deletion.erasing(), deletion.erased()), dueAt)));
    life.step();
  }

  @Override
  public Optional<Deletion> noteErased(UserId user, String service, Instant at) {
    var noted =
        in(State.ERASING, user)
            .map(
                deletion -> {
                  var erased = new HashMap<>(deletion.erased());
                  erased.putIfAbsent(service, at);
                  return with(deletion, erased);
                });
    noted.ifPresent(
        deletion -> items.computeIfPresent(user, (_, k) -> new Kept(deletion, k.dueAt)));
    life.step();
    return noted;
  }

  @Override
  public void complete(UserId user, Instant at, Instant forgetAt) {
    in(State.ERASING, user)
        .ifPresent(deletion -> items.put(user, new Kept(deletion.completed(at), forgetAt)));
    life.step();
  }

  @Override
  public void forget(Deletion deletion) {
    items.remove(deletion.user());
    life.step();
  }

  @Override
  public List<Due> due(Instant now, int limit) {
    return items.values().stream()
        .filter(kept -> !kept.dueAt().isAfter(now))
        .sorted(comparing(Kept::dueAt))
        .limit(limit)
        .map(kept -> new Due(kept.deletion().user(), kept.dueAt()))
        .toList();
  }

  @Override
  public Optional<Deletion> claim(Due due, Instant until) {
    var kept = items.get(due.user());
    if (kept == null || !kept.dueAt().equals(due.dueAt())) {
      return Optional.empty();
    }
    items.put(due.user(), new Kept(kept.deletion(), until));
    life.step();
    return Optional.of(kept.deletion());
  }

  private Optional<Deletion> in(State state, UserId user) {
    return find(user).filter(deletion -> deletion.state() == state);
  }

  /** Without the receipt, which is kept no longer than REQUESTED. */
  private static Deletion with(Deletion deletion, Map<String, Instant> erased) {
    return new Deletion(
        deletion.user(),
        deletion.state(),
        deletion.requestedAt(),
        deletion.completedAt(),
        deletion.addressee(),
        deletion.receiptHash(),
        null,
        erased);
  }
}
