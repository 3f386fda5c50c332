package io.albumen.local.cognito.admin;

import io.albumen.local.cognito.pool.Faults;
import io.albumen.local.cognito.pool.User;
import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.Require;
import io.albumen.local.cognito.wire.UserOperation;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All users, a page at a time, or those that a filter of AWS's kind finds. */
final class ListUsers extends UserOperation<ListUsers.Input> {
  private static final int MAX_LIMIT = 60;
  private static final Pattern FILTER =
      Pattern.compile("\\s*\"?([\\w:]+)\"?\\s*(\\^?=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*");

  ListUsers(UserPool pool) {
    super(pool, Input.class, true);
  }

  record Input(
      @Nullable String userPoolId,
      @Nullable Integer limit,
      @Nullable String paginationToken,
      @Nullable String filter) {}

  /**
   * A page.
   *
   * @param paginationToken null on the last page
   */
  record Output(List<UserView> users, @Nullable String paginationToken) {}

  @Override
  public Output run(Input input) {
    pool.checkPool(Require.text("userPoolId", input.userPoolId()));
    var limit = input.limit() == null ? MAX_LIMIT : input.limit();
    if (limit < 0 || limit > MAX_LIMIT) {
      throw Faults.invalidParameter(
          "1 validation error detected: Value '%d' at 'limit' failed to satisfy constraint: Member"
                  .formatted(limit)
              + " must have value less than or equal to 60");
    }
    var after = input.paginationToken() == null ? "" : input.paginationToken();
    var found =
        pool.users().all().stream()
            .filter(user -> user.sub().compareTo(after) > 0)
            .filter(filter(input.filter()))
            .limit(limit + 1L)
            .toList();
    var page = found.stream().limit(limit).map(UserView::of).toList();
    return new Output(page, found.size() > limit && limit > 0 ? page.getLast().username() : null);
  }

  private static Predicate<User> filter(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return user -> true;
    }
    var parsed = FILTER.matcher(text);
    if (!parsed.matches()) {
      throw Faults.invalidParameter("Error while parsing filter");
    }
    var name = parsed.group(1);
    var wanted = parsed.group(3).replace("\\\"", "\"").toLowerCase(Locale.ROOT);
    var exact = parsed.group(2).equals("=");
    return user -> {
      var value = value(user, name).toLowerCase(Locale.ROOT);
      return exact ? value.equals(wanted) : value.startsWith(wanted);
    };
  }

  private static String value(User user, String name) {
    return switch (name) {
      case "username" -> user.sub();
      case "cognito:user_status" -> user.status().name();
      case "status" -> user.enabled() ? "Enabled" : "Disabled";
      default -> user.allAttributes().getOrDefault(name, "");
    };
  }
}
