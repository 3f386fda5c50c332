package io.albumen.local.cognito.pool;

import io.albumen.local.store.DurableStore;
import io.albumen.local.store.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The users, found by the name Cognito made or, whatever its case, by e-mail address. */
public final class Users {
  private final DurableStore store;
  private final Table<User> users;
  private final Table<String> subByEmail;

  Users(DurableStore store) {
    this.store = store;
    this.users = store.table("users", User.class);
    this.subByEmail = store.table("emails", String.class);
  }

  public Optional<User> find(String username) {
    return subByEmail.find(key(username)).or(() -> Optional.of(username)).flatMap(users::find);
  }

  /** As {@link #find}, for administrators, who may know that a user is absent. */
  public User get(String username) {
    return find(username).orElseThrow(Faults::noUser);
  }

  public List<User> all() {
    return users.all().stream().map(Table.Row::value).toList();
  }

  void create(User user) {
    store.change(
        () -> {
          if (subByEmail.find(key(user.email())).isPresent()) {
            throw Faults.userExists();
          }
          subByEmail.put(key(user.email()), user.sub());
          users.put(user.sub(), user);
        });
  }

  /** Applies a change to the latest state; a change of address takes the index along. */
  public User update(String sub, UnaryOperator<User> change) {
    return store.change(
        () -> {
          var before = users.find(sub).orElseThrow(Faults::noUser);
          var after = change.apply(before);
          if (!key(before.email()).equals(key(after.email()))) {
            checkFree(after.email());
            subByEmail.remove(key(before.email()));
            subByEmail.put(key(after.email()), sub);
          }
          users.put(sub, after);
          return after;
        });
  }

  void delete(User user) {
    store.change(
        () -> {
          subByEmail.remove(key(user.email()));
          users.remove(user.sub());
        });
  }

  void checkFree(String email) {
    if (subByEmail.find(key(email)).isPresent()) {
      throw Faults.aliasExists();
    }
  }

  private static String key(String email) {
    return email.toLowerCase(Locale.ROOT);
  }
}
