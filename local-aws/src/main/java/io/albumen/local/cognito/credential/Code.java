package io.albumen.local.cognito.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The code of one purpose that a user was last sent, and how often lately codes were sent and
 * guessed. A used code is gone.
 *
 * @param digits absent once used
 */
public record Code(
    @Nullable String digits, Instant expiresAt, List<Instant> sent, List<Instant> wrong) {
  public static final Code NONE = new Code(null, Instant.EPOCH, List.of(), List.of());
  private static final int MAX_SENT = 5;
  private static final int MAX_WRONG = 5;
  private static final Duration WINDOW = Duration.ofHours(1);

  /** What a code is for, how long it lives. */
  public enum Purpose {
    SIGN_UP(Duration.ofHours(24)),
    RESET(Duration.ofHours(1)),
    EMAIL(Duration.ofHours(24));

    private final Duration life;

    Purpose(Duration life) {
      this.life = life;
    }
  }

  public boolean maySend(Instant now) {
    return recent(sent, now).size() < MAX_SENT;
  }

  public boolean mayTry(Instant now) {
    return recent(wrong, now).size() < MAX_WRONG;
  }

  public boolean expired(Instant now) {
    return digits == null || now.isAfter(expiresAt);
  }

  /** A new code takes the place of the one before; wrong guesses are not forgotten by it. */
  public Code issued(String newDigits, Purpose purpose, Instant now) {
    return new Code(newDigits, now.plus(purpose.life), with(sent, now), recent(wrong, now));
  }

  public Code guessedWrong(Instant now) {
    return new Code(digits, expiresAt, sent, with(wrong, now));
  }

  public Code used() {
    return new Code(null, Instant.EPOCH, sent, List.of());
  }

  private static List<Instant> recent(List<Instant> times, Instant now) {
    return times.stream().filter(time -> time.plus(WINDOW).isAfter(now)).toList();
  }

  private static List<Instant> with(List<Instant> times, Instant now) {
    return Stream.concat(recent(times, now).stream(), Stream.of(now)).toList();
  }

  @Override
  public String toString() {
    return "Code[expiresAt=" + expiresAt + "]";
  }
}
