package io.albumen.photo.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of the events heard here, as {@code contracts/events} has them; only what is used. */
final class Facts {
  private Facts() {}

  /** Data of {@code UserVerified} and of {@code UserProfileChanged}. */
  record UserProfile(UUID userId, @Nullable String timeZone) {
    UserProfile {
      Objects.requireNonNull(userId, "userId");
    }
  }

  record UserSuspended(
      UUID userId, @JsonProperty(required = true) boolean suspended, Instant changedAt) {
    UserSuspended {
      Objects.requireNonNull(userId, "userId");
      Objects.requireNonNull(changedAt, "changedAt");
    }
  }

  record UserDeleted(UUID userId) {
    UserDeleted {
      Objects.requireNonNull(userId, "userId");
    }
  }
}
