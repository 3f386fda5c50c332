package io.albumen.local.cognito.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.albumen.local.cognito.pool.Faults;
import io.albumen.local.cognito.pool.User;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some users, in the order of their names.
 *
 * @param next leads to those behind; null on the last page
 */
record UserPage(List<User> users, @Nullable String next) {
  private static final int MAX_LIMIT = 60;

  /**
   * The first users behind a token.
   *
   * @param all in the order of their names
   */
  static UserPage of(Stream<User> all, @Nullable Integer limit, @Nullable String token) {
    var size = limit == null ? MAX_LIMIT : limit;
    if (size < 0 || size > MAX_LIMIT) {
      throw Faults.invalidParameter(
          "1 validation error detected: Value '%d' at 'limit' failed to satisfy constraint: Member"
                  .formatted(size)
              + " must have value less than or equal to 60");
    }
    var after = token == null ? "" : name(token);
    var found = all.filter(user -> user.sub().compareTo(after) > 0).limit(size + 1L).toList();
    var page = List.copyOf(found.subList(0, Math.min(size, found.size())));
    return new UserPage(page, found.size() > size && size > 0 ? token(page.getLast()) : null);
  }

  private static String token(User last) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(last.sub().getBytes(UTF_8));
  }

  private static String name(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), UTF_8);
    } catch (IllegalArgumentException e) {
      throw Faults.invalidParameter("Invalid pagination token given.");
    }
  }
}
