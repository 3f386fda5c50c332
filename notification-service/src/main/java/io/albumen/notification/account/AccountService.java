package io.albumen.notification.account;

import io.albumen.common.UserId;
import io.albumen.common.security.AccountStandings;
import io.albumen.common.security.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Keeps contacts as events tell them and erases them when their users leave. */
@ApplicationScoped
public class AccountService implements AccountStandings {
  private static final Logger LOG = Logger.getLogger(AccountService.class);
  private final AccountRepository accounts;
  private final AccountConfig config;
  private final Clock clock;

  AccountService(AccountRepository accounts, AccountConfig config, Clock clock) {
    this.accounts = accounts;
    this.config = config;
    this.clock = clock;
  }

  /** Events may come out of order: the one that happened last wins. */
  public void learn(Contact contact, Instant asOf) {
    accounts.save(contact, asOf);
  }

  /**
   * Suspends a user or ends that. Events may come out of order: the last change wins.
   *
   * @return false if a later change is known, or the user is gone
   */
  public boolean judge(UserId user, Standing standing, Instant changedAt) {
    var holds = accounts.judge(user, standing, changedAt);
    LOG.infof("account judged user=%s standing=%s holds=%s", user, standing, holds);
    return holds;
  }

  @Override
  public Standing standing(UserId user) {
    return switch (accounts.find(user)) {
      case Account.Known(var _, var standing) -> standing;
      case Account.Unknown(var standing) -> standing;
      case Account.Erased _ -> Standing.CLOSED;
    };
  }

  public Account find(UserId user) {
    return accounts.find(user);
  }

  /** Everything there is of the user, but for a mark that holds their id and the time. */
  public void erase(UserId user) {
    var now = clock.instant();
    accounts.erase(user, now, now.plus(config.erasureMark()));
    LOG.infof("account erased user=%s", user.value());
  }
}
