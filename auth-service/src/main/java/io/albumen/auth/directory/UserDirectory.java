package io.albumen.auth.directory;

import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.PoolException;
import io.albumen.common.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All accounts, for those who keep them. Every call may be made again: what is done already is
 * done, and an account that is gone counts as disabled, signed out and deleted. Each may throw a
 * {@link PoolException}, and may have taken effect all the same.
 */
public interface UserDirectory {
  /** No page holds more. */
  int MAX_PAGE = 60;

  /**
   * Some accounts.
   *
   * @param next position of the page after this one; null on the last
   */
  record Page(List<DirectoryUser> users, @Nullable String next) {
    public Page {
      users = List.copyOf(users);
    }
  }

  /** The pool does not know this position, or not any more. */
  final class UnknownPosition extends RuntimeException {
    UnknownPosition(Throwable cause) {
      super(cause);
    }
  }

  Optional<DirectoryUser> find(UserId user);

  Optional<DirectoryUser> find(EmailAddress email);

  /**
   * In the pool's own order. A page may be short, or empty, and still have a next one.
   *
   * @param emailPrefix how addresses begin; empty for all
   * @throws UnknownPosition if the position is not one that was given
   */
  Page list(String emailPrefix, int limit, @Nullable String position);

  /** None for an account that is gone. */
  Set<Role> roles(UserId user);

  /** Counts from the next token on. The account must be there. */
  void grant(UserId user, Role role);

  /** Counts from the next token on. */
  void withdraw(UserId user, Role role);

  /** From now on there is no sign-in, nor any renewal of a session. */
  void disable(UserId user);

  void enable(UserId user);

  /** Ends every refresh token; access tokens live on to their end. */
  void signOut(UserId user);

  void delete(UserId user);
}
