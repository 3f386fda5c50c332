package io.albumen.gateway.upstream;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps retries a fraction of the calls, so that a service in trouble isn't buried under them.
 * Counted in hundredths of a retry.
 */
public final class RetryBudget {
  private static final int ONE = 100;
  private final int earned;
  private final int most;
  private final AtomicInteger left;

  RetryBudget(UpstreamConfig.Retry config) {
    this.earned = config.percent();
    this.most = config.reserve() * ONE;
    this.left = new AtomicInteger(most);
  }

  public void call() {
    if (left.get() < most) {
      left.updateAndGet(now -> Math.min(most, now + earned));
    }
  }

  public boolean retry() {
    return left.getAndUpdate(now -> now >= ONE ? now - ONE : now) >= ONE;
  }
}
