package io.albumen.notification.account;

import io.albumen.common.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Keeps contacts as events tell them and erases them when their users leave. */
@ApplicationScoped
public class AccountService {
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

  public Account find(UserId user) {
    return accounts.find(user);
  }

  public void erase(UserId user) {
    var now = clock.instant();
    accounts.erase(user, now, now.plus(config.erasureMark()));
    LOG.infof("account erased user=%s", user.value());
  }
}
