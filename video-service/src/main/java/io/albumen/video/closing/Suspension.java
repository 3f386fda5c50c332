package io.albumen.video.closing;

import io.albumen.common.UserId;
import io.albumen.common.security.Standing;
import io.albumen.video.account.AccountRepository;
import io.albumen.video.film.VideoRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Stops what is made for people who are suspended; what is made already stays. */
@ApplicationScoped
public class Suspension {
  private static final Logger LOG = Logger.getLogger(Suspension.class);
  private final AccountRepository accounts;
  private final OwnersFilms films;
  private final Clock clock;

  Suspension(AccountRepository accounts, VideoRepository videos, Clock clock) {
    this.accounts = accounts;
    this.films = new OwnersFilms(videos);
    this.clock = clock;
  }

  /**
   * The mark comes first: from then on nothing is begun, so that all there is to cancel is found.
   * Done twice it does the same again.
   */
  public void suspend(UserId user, Instant changedAt) {
    if (accounts.judge(user, Standing.SUSPENDED, changedAt)) {
      LOG.infof("account suspended owner=%s", user);
      films.forEach(user, video -> films.step(video, film -> film.cancelled(clock.instant())));
    }
  }

  public void end(UserId user, Instant changedAt) {
    if (accounts.judge(user, Standing.GOOD, changedAt)) {
      LOG.infof("account no longer suspended owner=%s", user);
    }
  }
}
