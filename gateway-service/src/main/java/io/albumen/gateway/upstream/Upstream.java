package io.albumen.gateway.upstream;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A service: its replicas, taken in turns, and what may be tried again there. */
public final class Upstream {
  private final List<Replica> replicas;
  private final AtomicInteger turn = new AtomicInteger();
  private final RetryBudget retries;

  public Upstream(List<URI> addresses, UpstreamConfig config) {
    this.replicas =
        addresses.stream().map(address -> new Replica(address, config.breaker())).toList();
    this.retries = new RetryBudget(config.retry());
  }

  public List<Replica> replicas() {
    return replicas;
  }

  public RetryBudget retries() {
    return retries;
  }

  /**
   * Where the next call goes: to the next replica that is well, else to any that may be tried.
   *
   * @param not where this call has just failed; taken again only if there is no other
   * @return null while all are left alone
   */
  public @Nullable Replica pick(@Nullable Replica not) {
    var now = System.nanoTime();
    if (replicas.size() == 1) {
      var only = replicas.getFirst();
      return only.admits(now) ? only : null;
    }
    var first = turn.getAndIncrement() & Integer.MAX_VALUE;
    for (int i = 0; i < replicas.size(); i++) {
      var replica = replicas.get((first + i) % replicas.size());
      if (replica != not && replica.isWell(now) && replica.admits(now)) {
        return replica;
      }
    }
    for (int i = 0; i < replicas.size(); i++) {
      var replica = replicas.get((first + i) % replicas.size());
      if (replica != not && replica.admits(now)) {
        return replica;
      }
    }
    return not != null && not.admits(now) ? not : null;
  }
}
