package io.albumen.auth.deletion;

import io.albumen.auth.announcement.Addressee;
import io.albumen.auth.pool.Password;
import io.albumen.auth.pool.PasswordProof;
import io.albumen.auth.pool.UserPool;
import io.albumen.common.Ids;
import io.albumen.common.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** Takes the wish for an end, and tells how far it is. */
@ApplicationScoped
public class DeletionService {
  private static final Logger LOG = Logger.getLogger(DeletionService.class);

  private final UserPool pool;
  private final PasswordProof proof;
  private final DeletionRepository deletions;
  private final DeletionCourse course;
  private final DeletionConfig config;
  private final Ids ids;
  private final Clock clock;

  DeletionService(
      UserPool pool,
      PasswordProof proof,
      DeletionRepository deletions,
      DeletionCourse course,
      DeletionConfig config,
      Ids ids,
      Clock clock) {
    this.pool = pool;
    this.proof = proof;
    this.deletions = deletions;
    this.course = course;
    this.config = config;
    this.ids = ids;
    this.clock = clock;
  }

  /** Asked again, it answers the deletion that is under way; no password can be proven by then. */
  Deletion request(UserId user, Password password) {
    var earlier = deletions.find(user);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    var account = pool.find(user).orElseThrow(DeletionException.AccountGone::new);
    proof.prove(account.email(), password);
    var deletion =
        Deletion.request(user, Addressee.of(account), Receipt.random(ids), clock.instant());
    if (!deletions.open(deletion, clock.instant().plus(config.retryEvery()))) {
      return get(user); // asked for twice at once
    }
    LOG.infof("deletion requested user=%s", user);
    return advance(deletion);
  }

  Deletion get(UserId user) {
    return deletions.find(user).orElseThrow(DeletionException.NotFound::new);
  }

  Deletion get(Receipt receipt) {
    return deletions.find(receipt).orElseThrow(DeletionException.NotFound::new);
  }

  /** Whom it waits for, or waited. */
  List<String> services(Deletion deletion) {
    return switch (deletion.state()) {
      case REQUESTED, ERASING -> config.services();
      case COMPLETED -> deletion.erased().keySet().stream().sorted().toList();
    };
  }

  /** Whether the account is about to end, or has ended. */
  public boolean isClosed(UserId user) {
    return deletions.find(user).isPresent();
  }

  /** It will happen whatever happens here, so a failure is left to the sweeper. */
  private Deletion advance(Deletion deletion) {
    try {
      return course.advance(deletion);
    } catch (RuntimeException e) {
      LOG.warnf("deletion deferred user=%s reason=%s", deletion.user(), e);
      return deletion;
    }
  }
}
