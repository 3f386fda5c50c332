package io.albumen.notification.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.albumen.notification.account.SecurityChange;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The data of the events heard here, as {@code contracts/events} has them; only what is used. */
final class Facts {
  private Facts() {}

  /** Data of {@code UserVerified} and of {@code UserProfileChanged}. */
  record UserProfile(
      @JsonProperty(required = true) UUID userId,
      @JsonProperty(required = true) String email,
      @JsonProperty(required = true) String displayName,
      @Nullable String locale,
      @Nullable String timeZone) {
    UserProfile {
      Objects.requireNonNull(userId, "userId");
      Objects.requireNonNull(email, "email");
      Objects.requireNonNull(displayName, "displayName");
    }

    @Override
    public String toString() {
      return "UserProfile[userId=" + userId + "]";
    }
  }

  record UserSuspended(
      @JsonProperty(required = true) UUID userId,
      @JsonProperty(required = true) boolean suspended,
      @JsonProperty(required = true) Instant changedAt) {
    UserSuspended {
      Objects.requireNonNull(userId, "userId");
      Objects.requireNonNull(changedAt, "changedAt");
    }
  }

  /**
   * Data of {@code UserDeletionRequested} and of {@code UserDeletionCompleted}, which has no
   * receipt.
   */
  record Farewell(
      @JsonProperty(required = true) UUID userId,
      @JsonProperty(required = true) String email,
      @JsonProperty(required = true) String displayName,
      @Nullable String locale,
      @Nullable String receipt) {
    /** Goes into a link as it is. */
    private static final Pattern RECEIPT = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    Farewell {
      Objects.requireNonNull(userId, "userId");
      Objects.requireNonNull(email, "email");
      Objects.requireNonNull(displayName, "displayName");
      if (receipt != null && !RECEIPT.matcher(receipt).matches()) {
        throw new IllegalArgumentException("receipt is not base64url");
      }
    }

    @Override
    public String toString() {
      return "Farewell[userId=" + userId + "]";
    }
  }

  record SecurityEvent(
      @JsonProperty(required = true) UUID userId,
      @JsonProperty(required = true) SecurityChange kind) {
    SecurityEvent {
      Objects.requireNonNull(userId, "userId");
      Objects.requireNonNull(kind, "kind");
    }
  }

  record UserDeleted(@JsonProperty(required = true) UUID userId) {
    UserDeleted {
      Objects.requireNonNull(userId, "userId");
    }
  }

  record VideoReady(
      @JsonProperty(required = true) UUID videoId,
      @JsonProperty(required = true) UUID userId,
      @JsonProperty(required = true) String title,
      @JsonProperty(required = true) long durationMs) {
    VideoReady {
      Objects.requireNonNull(videoId, "videoId");
      Objects.requireNonNull(userId, "userId");
      Objects.requireNonNull(title, "title");
    }
  }

  record VideoFailed(
      @JsonProperty(required = true) UUID videoId,
      @JsonProperty(required = true) UUID userId,
      @JsonProperty(required = true) String title,
      @JsonProperty(required = true) String code,
      @JsonProperty(required = true) String detail) {
    VideoFailed {
      Objects.requireNonNull(videoId, "videoId");
      Objects.requireNonNull(userId, "userId");
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(detail, "detail");
    }
  }

  record MediaRejected(
      @JsonProperty(required = true) UUID mediaId,
      @JsonProperty(required = true) UUID ownerId,
      @Nullable String name,
      @JsonProperty(required = true) String code,
      @JsonProperty(required = true) String detail) {
    MediaRejected {
      Objects.requireNonNull(mediaId, "mediaId");
      Objects.requireNonNull(ownerId, "ownerId");
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(detail, "detail");
    }
  }
}
