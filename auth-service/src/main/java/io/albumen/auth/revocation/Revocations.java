package io.albumen.auth.revocation;

import io.albumen.common.UserId;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.logging.Logger;

/** Ends access tokens within seconds. What is told twice is told once. */
@ApplicationScoped
public class Revocations {
  private static final Logger LOG = Logger.getLogger(Revocations.class);

  private final RevocationRepository revocations;
  private final RevocationConfig config;
  private final Clock clock;

  Revocations(RevocationRepository revocations, RevocationConfig config, Clock clock) {
    this.revocations = revocations;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Ends what was issued before.
   *
   * @param notBefore a whole second: the {@code iat} of the oldest token that still counts
   */
  public void record(UserId user, Instant notBefore) {
    revocations.record(new Revocation(user, notBefore), notBefore.plus(config.keep()));
    LOG.infof("access tokens revoked user=%s notBefore=%s", user, notBefore);
  }

  /**
   * Ends whatever was issued until now. A session that is renewed in this very second is ended too,
   * and is well again after one more renewal.
   */
  public void recordNow(UserId user) {
    record(user, clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
  }

  List<Revocation> current() {
    return revocations.current(clock.instant());
  }

  @Scheduled(
      identity = "revocations",
      every = "${albumen.auth.revocations.sweep-every}",
      delayed = "10s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void sweep() {
    try {
      revocations.sweep(clock.instant());
    } catch (RuntimeException e) { // the next sweep tries again
      LOG.warnf("sweep failed reason=%s", e);
    }
  }
}
