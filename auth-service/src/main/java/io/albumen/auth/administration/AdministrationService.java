package io.albumen.auth.administration;

import io.albumen.auth.deletion.DeletionService;
import io.albumen.auth.directory.DirectoryUser;
import io.albumen.auth.directory.UserDirectory;
import io.albumen.common.UserId;
import io.albumen.common.paging.Cursors;
import io.albumen.common.paging.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Gatherers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Shows accounts to admins and moderators, and lets them suspend some. */
@ApplicationScoped
class AdministrationService {
  private static final Logger LOG = Logger.getLogger(AdministrationService.class);

  /** The pool lists no roles; they are asked one by one, without storming it. */
  private static final int ASKED_AT_ONCE = 8;

  private final UserDirectory directory;
  private final DeletionService deletions;
  private final Suspensions suspensions;
  private final Cursors cursors;

  AdministrationService(
      UserDirectory directory,
      DeletionService deletions,
      Suspensions suspensions,
      Cursors cursors) {
    this.directory = directory;
    this.deletions = deletions;
    this.suspensions = suspensions;
    this.cursors = cursors;
  }

  /** In the pool's own order; a page may be short and still have a next one. */
  Page<ManagedAccount> list(Actor actor, String emailPrefix, int limit, @Nullable String cursor) {
    var query = "users email=" + emailPrefix;
    var position = cursor == null ? null : cursors.decode(actor.id(), query, cursor);
    var page = page(emailPrefix, limit, position);
    var accounts =
        page.users().stream()
            .gather(Gatherers.mapConcurrent(ASKED_AT_ONCE, this::managed))
            .toList();
    var next = page.next();
    return new Page<>(accounts, next == null ? null : cursors.encode(actor.id(), query, next));
  }

  ManagedAccount change(Actor actor, UserId user, UserChange change) {
    var account = managed(actor, user);
    var decision = change.decision();
    if (decision.isEmpty()) {
      return account;
    }
    if (account.closed()) {
      throw new AdministrationException.Closed();
    }
    suspensions.carryOut(user, decision.get());
    LOG.infof("account decided on user=%s decision=%s by=%s", user, decision.get(), actor.id());
    return find(user);
  }

  /** The account as it is now, if the actor may change it. */
  private ManagedAccount managed(Actor actor, UserId user) {
    if (actor.id().equals(user)) {
      throw new AdministrationException.OwnAccount();
    }
    var account = find(user);
    if (!actor.isAdmin() && !account.roles().isEmpty()) {
      throw new AdministrationException.StaffAccount();
    }
    return account;
  }

  private ManagedAccount find(UserId user) {
    return directory
        .find(user)
        .map(this::managed)
        .orElseThrow(AdministrationException.NotFound::new);
  }

  private ManagedAccount managed(DirectoryUser user) {
    var isClosed = !user.enabled() && deletions.isClosed(user.id());
    return new ManagedAccount(user, directory.roles(user.id()), isClosed);
  }

  private UserDirectory.Page page(String emailPrefix, int limit, @Nullable String position) {
    try {
      return directory.list(emailPrefix, Math.min(limit, UserDirectory.MAX_PAGE), position);
    } catch (UserDirectory.UnknownPosition e) {
      throw new AdministrationException.StaleCursor();
    }
  }
}
