package io.albumen.video.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** The data of the events heard here, as {@code contracts/events} has them; only what is used. */
final class Facts {
  private Facts() {}

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
