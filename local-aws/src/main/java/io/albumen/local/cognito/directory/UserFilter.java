package io.albumen.local.cognito.directory;

import io.albumen.local.cognito.pool.Faults;
import io.albumen.local.cognito.pool.User;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * AWS's filters: one attribute that equals a value, or starts with it ({@code ^=}), whatever the
 * case of either.
 */
final class UserFilter {
  private static final String STATUS = "status";
  private static final String USER_STATUS = "cognito:user_status";
  private static final String USERNAME = "username";
  private static final Set<String> SEARCHABLE =
      Set.of(
          USERNAME,
          "sub",
          "email",
          "phone_number",
          "name",
          "given_name",
          "family_name",
          "preferred_username",
          USER_STATUS,
          STATUS);
  private static final Pattern FILTER =
      Pattern.compile("\\s*\"?([\\w:]+)\"?\\s*(\\^?=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*");

  private UserFilter() {}

  /** No filter finds all. */
  static Predicate<User> parse(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return user -> true;
    }
    var parsed = FILTER.matcher(text);
    if (!parsed.matches()) {
      throw Faults.invalidParameter("Error while parsing filter");
    }
    var name = parsed.group(1);
    if (!SEARCHABLE.contains(name)) {
      throw Faults.invalidParameter("Invalid search attribute: " + name);
    }
    var wanted = parsed.group(3).replaceAll("\\\\(.)", "$1").toLowerCase(Locale.ROOT);
    var exact = parsed.group(2).equals("=");
    return user -> {
      var value = value(user, name).toLowerCase(Locale.ROOT);
      return exact ? value.equals(wanted) : value.startsWith(wanted);
    };
  }

  private static String value(User user, String name) {
    return switch (name) {
      case USERNAME -> user.sub();
      case USER_STATUS -> user.status().name();
      case STATUS -> user.enabled() ? "Enabled" : "Disabled";
      default -> user.allAttributes().getOrDefault(name, "");
    };
  }
}
