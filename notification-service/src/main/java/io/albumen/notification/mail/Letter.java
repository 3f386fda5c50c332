package io.albumen.notification.mail;

import java.time.Duration;
import java.util.UUID;

/** What a mail is about. */
public sealed interface Letter {
  record Welcome() implements Letter {}

  record FilmReady(UUID videoId, String title, Duration duration) implements Letter {}

  /** Names the kind in the audit and in metrics. */
  default String kind() {
    return switch (this) {
      case Welcome _ -> "WELCOME";
      case FilmReady _ -> "FILM_READY";
    };
  }
}
