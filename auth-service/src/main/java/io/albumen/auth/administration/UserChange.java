package io.albumen.auth.administration;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import io.albumen.auth.administration.Suspensions.Decision;
import io.albumen.common.FieldError;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A merge patch of an account (RFC 7396): what is absent stays, unknown members are refused. */
record UserChange(Map<String, @Nullable JsonNode> members) {
  private static final String SUSPENDED = "suspended";

  /**
   * Empty when nothing is to change.
   *
   * @throws AdministrationException.InvalidChange naming every fault
   */
  Optional<Decision> decision() {
    var faults =
        members.entrySet().stream()
            .flatMap(member -> fault(member.getKey(), member.getValue()).stream())
            .sorted(comparing(FieldError::path))
            .toList();
    if (!faults.isEmpty()) {
      throw new AdministrationException.InvalidChange(faults);
    }
    return Optional.ofNullable(members.get(SUSPENDED))
        .map(suspended -> suspended.booleanValue() ? Decision.SUSPEND : Decision.RESTORE);
  }

  private static Optional<FieldError> fault(String name, @Nullable JsonNode value) {
    if (!name.equals(SUSPENDED)) {
      return Optional.of(new FieldError(name, "cannot be changed here"));
    }
    return value != null && value.isBoolean()
        ? Optional.empty()
        : Optional.of(new FieldError(name, "must be true or false"));
  }
}
