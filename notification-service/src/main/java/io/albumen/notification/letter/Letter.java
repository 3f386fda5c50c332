package io.albumen.notification.letter;

import io.albumen.common.security.Standing;
import io.albumen.notification.account.SecurityChange;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What a mail is about. */
public sealed interface Letter {
  record Welcome() implements Letter {}

  record FilmReady(UUID videoId, String title, Duration duration) implements Letter {}

  record SecurityChanged(SecurityChange change, Instant at) implements Letter {}

  record Suspended() implements Letter {}

  /** The end of a suspension. */
  record Restored() implements Letter {}

  /**
   * @param receipt secret with which, signed out, one may see how far it is; never in a log
   */
  record DeletionRequested(String receipt, Instant at) implements Letter {
    @Override
    public String toString() {
      return "DeletionRequested[…]";
    }
  }

  record DeletionCompleted() implements Letter {}

  /** Names the kind in the audit and in metrics. */
  default String kind() {
    return switch (this) {
      case Welcome _ -> "WELCOME";
      case FilmReady _ -> "FILM_READY";
      case SecurityChanged(var change, var _) -> change.name();
      case Suspended _ -> "SUSPENDED";
      case Restored _ -> "RESTORED";
      case DeletionRequested _ -> "DELETION_REQUESTED";
      case DeletionCompleted _ -> "DELETION_COMPLETED";
    };
  }

  /** A suspended person hears of their account, and nothing of their library. */
  default boolean reaches(Standing standing) {
    return switch (this) {
      case Welcome _, FilmReady _ -> standing == Standing.GOOD;
      case SecurityChanged _, Suspended _, Restored _, DeletionRequested _, DeletionCompleted _ ->
          true;
    };
  }

  /** Sent also when nothing else is known of the person any more; its audit holds no address. */
  default boolean outlivesAccount() {
    return switch (this) {
      case DeletionRequested _, DeletionCompleted _ -> true;
      case Welcome _, FilmReady _, SecurityChanged _, Suspended _, Restored _ -> false;
    };
  }
}
