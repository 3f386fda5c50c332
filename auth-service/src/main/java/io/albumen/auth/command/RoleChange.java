package io.albumen.auth.command;

import io.albumen.auth.directory.AccountStatus;
import io.albumen.auth.directory.DirectoryUser;
import io.albumen.auth.directory.Role;
import io.albumen.auth.directory.UserDirectory;
import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.revocation.Revocations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Grants and revokes roles; the way to the first admin, whom nobody else could appoint. */
@ApplicationScoped
class RoleChange {
  private static final Logger LOG = Logger.getLogger(RoleChange.class);
  private static final String USAGE = "Usage: grant-role|revoke-role admin|moderator EMAIL";

  private final UserDirectory directory;
  private final Revocations revocations;

  RoleChange(UserDirectory directory, Revocations revocations) {
    this.directory = directory;
    this.revocations = revocations;
  }

  /**
   * What to tell the operator.
   *
   * @param code 0 done, 1 not possible, 2 not understood
   */
  record Result(int code, String sentence) {
    static Result done(String sentence) {
      return new Result(0, sentence);
    }

    static Result impossible(String sentence) {
      return new Result(1, sentence);
    }

    static Result notUnderstood(String sentence) {
      return new Result(2, sentence);
    }
  }

  private enum Verb {
    GRANT,
    REVOKE
  }

  Result run(String... args) {
    var verb = args.length == 3 ? verbOf(args[0]) : Optional.<Verb>empty();
    var role = args.length == 3 ? Role.ofGroup(args[1]) : Optional.<Role>empty();
    if (verb.isEmpty() || role.isEmpty()) {
      return Result.notUnderstood(USAGE);
    }
    try {
      return change(verb.get(), role.get(), EmailAddress.of(args[2]));
    } catch (IllegalArgumentException e) {
      return Result.notUnderstood("\"%s\" is not an address.".formatted(args[2]));
    } catch (RuntimeException e) { // an operator gets a sentence, whatever went wrong
      LOG.debug("command failed", e);
      return Result.impossible("It did not work, try again: " + e.getMessage());
    }
  }

  private Result change(Verb verb, Role role, EmailAddress email) {
    var user = directory.find(email);
    if (user.isEmpty()) {
      return Result.impossible("Nobody has an account by %s.".formatted(email.value()));
    }
    return switch (verb) {
      case GRANT -> grant(role, user.get());
      case REVOKE -> revoke(role, user.get());
    };
  }

  private Result grant(Role role, DirectoryUser user) {
    if (user.status() == AccountStatus.UNCONFIRMED) {
      return Result.impossible("%s has not confirmed the address yet.".formatted(user.email()));
    }
    if (!user.enabled()) {
      return Result.impossible("The account of %s is suspended or closed.".formatted(user.email()));
    }
    directory.grant(user.id(), role);
    return Result.done(
        "%s is %s from the next token on: within 5 minutes, or at once after signing in again."
            .formatted(user.email(), role.group()));
  }

  /** Also where there was no such role: a try before may have died after half of it. */
  private Result revoke(Role role, DirectoryUser user) {
    directory.withdraw(user.id(), role);
    revocations.recordNow(user.id());
    return Result.done(
        "%s is no longer %s: tokens that still say so end within seconds."
            .formatted(user.email(), role.group()));
  }

  private static Optional<Verb> verbOf(String text) {
    return switch (text) {
      case "grant-role" -> Optional.of(Verb.GRANT);
      case "revoke-role" -> Optional.of(Verb.REVOKE);
      default -> Optional.empty();
    };
  }
}
