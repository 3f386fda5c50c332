package io.albumen.auth.directory;

import static java.util.Comparator.comparing;

import io.albumen.auth.Lifeline;
import io.albumen.auth.pool.EmailAddress;
import io.albumen.common.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Accounts in a map, listed by address. */
@Alternative
@ApplicationScoped
public class InMemoryUserDirectory implements UserDirectory {
  public static final Instant CREATED_AT = Instant.parse("2026-02-03T04:05:06Z");

  private final Lifeline life;
  private final Map<UserId, DirectoryUser> users = new HashMap<>();
  private final Map<UserId, Set<Role>> roles = new HashMap<>();
  private final Set<UserId> signedOut = new HashSet<>();
  private boolean isDown;

  public InMemoryUserDirectory() {
    this(new Lifeline());
  }

  public InMemoryUserDirectory(Lifeline life) {
    this.life = life;
  }

  public void clear() {
    users.clear();
    roles.clear();
    signedOut.clear();
    isDown = false;
  }

  /** From now on nothing is reached. */
  public void goDown() {
    isDown = true;
  }

  public void comeBack() {
    isDown = false;
  }

  public UserId add(String email, Role... granted) {
    return add(new UserId(UUID.randomUUID()), email, granted);
  }

  public UserId add(UserId id, String email, Role... granted) {
    users.put(
        id, new DirectoryUser(id, email, "Somebody", AccountStatus.CONFIRMED, true, CREATED_AT));
    roles.put(id, Set.of(granted));
    return id;
  }

  public void remove(UserId id) {
    users.remove(id);
  }

  public void setStatus(UserId id, AccountStatus status) {
    replace(
        id,
        user ->
            new DirectoryUser(
                user.id(),
                user.email(),
                user.displayName(),
                status,
                user.enabled(),
                user.createdAt()));
  }

  /** Whether its sessions were ended. */
  public boolean isSignedOut(UserId id) {
    return signedOut.contains(id);
  }

  public boolean isEnabled(UserId id) {
    return find(id).orElseThrow().enabled();
  }

  @Override
  public Optional<DirectoryUser> find(UserId user) {
    reach();
    return Optional.ofNullable(users.get(user));
  }

  @Override
  public Optional<DirectoryUser> find(EmailAddress email) {
    reach();
    return users.values().stream().filter(user -> user.email().equals(email.value())).findFirst();
  }

  @Override
  public Page list(String emailPrefix, int limit, @Nullable String position) {
    reach();
    if (position != null && !position.startsWith("after ")) {
      throw new UnknownPosition(new IllegalArgumentException(position));
    }
    var after = position == null ? "" : position.substring("after ".length());
    var found =
        users.values().stream()
            .filter(user -> user.email().startsWith(emailPrefix))
            .filter(user -> user.email().compareTo(after) > 0)
            .sorted(comparing(DirectoryUser::email))
            .limit(limit + 1L)
            .toList();
    var page = found.stream().limit(limit).toList();
    return new Page(page, found.size() > limit ? "after " + page.getLast().email() : null);
  }

  @Override
  public Set<Role> roles(UserId user) {
    reach();
    return users.containsKey(user) ? roles.getOrDefault(user, Set.of()) : Set.of();
  }

  @Override
  public void grant(UserId user, Role role) {
    reach();
    if (!users.containsKey(user)) {
      throw new IllegalStateException("no such account");
    }
    var granted = EnumSet.of(role);
    granted.addAll(roles(user));
    roles.put(user, granted);
    life.step();
  }

  @Override
  public void withdraw(UserId user, Role role) {
    reach();
    var left = EnumSet.noneOf(Role.class);
    left.addAll(roles(user));
    left.remove(role);
    roles.put(user, left);
    life.step();
  }

  @Override
  public void disable(UserId user) {
    setEnabled(user, false);
  }

  @Override
  public void enable(UserId user) {
    setEnabled(user, true);
  }

  @Override
  public void signOut(UserId user) {
    reach();
    signedOut.add(user);
    life.step();
  }

  @Override
  public void delete(UserId user) {
    reach();
    users.remove(user);
    life.step();
  }

  private void setEnabled(UserId id, boolean enabled) {
    reach();
    replace(
        id,
        user ->
            new DirectoryUser(
                user.id(),
                user.email(),
                user.displayName(),
                user.status(),
                enabled,
                user.createdAt()));
    life.step();
  }

  private void replace(UserId id, UnaryOperator<DirectoryUser> change) {
    users.computeIfPresent(id, (_, user) -> change.apply(user));
  }

  private void reach() {
    if (isDown) {
      throw new IllegalStateException("the directory is down");
    }
  }
}
