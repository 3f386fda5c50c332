package io.albumen.video.film;

import io.albumen.common.UserId;
import io.albumen.video.film.FilmOptions.Aspect;
import io.albumen.video.film.FilmOptions.Motion;
import io.albumen.video.film.FilmOptions.PhotoOrder;
import io.albumen.video.film.FilmOptions.Resolution;
import io.albumen.video.film.FilmOptions.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Films to test with. */
public final class Films {
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  public static final UserId ADA =
      new UserId(UUID.fromString("0a000000-0000-4000-8000-000000000001"));
  public static final UserId BOB =
      new UserId(UUID.fromString("0b000000-0000-4000-8000-000000000002"));
  public static final Duration LEASE = Duration.ofMinutes(1);
  public static final List<UUID> PHOTOS = List.of(photo(1), photo(2), photo(3));

  private Films() {}

  public static UUID photo(int number) {
    return new UUID(0x0190000000007000L, 0x8000000000000000L | number);
  }

  public static VideoId id(int number) {
    return new VideoId(new UUID(0x0190000000007000L + ((long) number << 32), 1));
  }

  public static FilmOptions options(@Nullable UUID music) {
    return new FilmOptions(
        Aspect.WIDE,
        Resolution.P720,
        2,
        Transition.CROSSFADE,
        Motion.NONE,
        PhotoOrder.GIVEN,
        7,
        music);
  }

  public static Video queued(int number) {
    var request = new FilmRequest("Lisbon", options(null), PHOTOS.size(), NOON);
    return Video.queued(ADA, id(number), request);
  }

  public static Lease lease(int number) {
    return new Lease(new UUID(0, number), "key-" + number, NOON.plus(LEASE));
  }

  public static Video rendering(int number) {
    return queued(number).leased(lease(1), NOON).orElseThrow();
  }

  public static Film film(String key) {
    return new Film(key, 6000, 1234);
  }

  public static Video ready(int number) {
    return rendering(number).completed(lease(1).token(), film("key-1"), NOON).orElseThrow();
  }

  public static Video failed(int number) {
    return rendering(number)
        .failed(lease(1).token(), new Failure("source-missing", "gone"), NOON)
        .orElseThrow();
  }
}
