package io.albumen.auth.profile;

import static java.util.Comparator.comparing;

import io.albumen.auth.pool.PoolException;
import io.albumen.auth.pool.Profile;
import io.albumen.common.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A merge patch of a profile (RFC 7396): what is absent stays, null goes back to the default,
 * unknown members are refused.
 */
record ProfileChange(Map<String, @Nullable String> members) {
  private static final String NAME = "displayName";
  private static final Set<String> KNOWN = Set.of(NAME, "locale", "timeZone");

  /**
   * @throws PoolException.InvalidProfile naming every fault
   */
  Profile applyTo(Profile current) {
    rejectUnknown();
    var name = member(NAME, current.displayName());
    return Profile.of(
        name == null ? "" : name,
        member("locale", current.locale()),
        member("timeZone", current.timeZone()));
  }

  private @Nullable String member(String name, String current) {
    return members.containsKey(name) ? members.get(name) : current;
  }

  private void rejectUnknown() {
    List<FieldError> faults = new ArrayList<>();
    members.keySet().stream()
        .filter(name -> !KNOWN.contains(name))
        .map(name -> new FieldError(name, "cannot be changed here"))
        .sorted(comparing(FieldError::path))
        .forEach(faults::add);
    if (!faults.isEmpty()) {
      throw new PoolException.InvalidProfile(faults);
    }
  }

  /** Names never reach a log by way of a value's text. */
  @Override
  public String toString() {
    return "ProfileChange" + members.keySet();
  }
}
