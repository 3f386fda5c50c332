package io.albumen.video.request;

import io.albumen.video.film.FilmOptions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

record CreateVideo(
    @NotBlank
        @Size(max = 200)
        @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters")
        String title,
    @NotNull @Valid Photos source,
    @Nullable @Valid Options options) {

  private static final String ONLY_MEDIA_IDS = "is not supported; name 2 to 500 photos in mediaIds";

  /** Galleries and spans of time are refused by name, so that they are never silently ignored. */
  @Schema(name = "VideoSource")
  record Photos(
      @NotNull(message = "must name 2 to 500 photos")
          @Size(min = 2, max = 500, message = "must name 2 to 500 photos")
          List<@NotNull UUID> mediaIds,
      @Schema(hidden = true) @Null(message = ONLY_MEDIA_IDS) @Nullable String galleryId,
      @Schema(hidden = true) @Null(message = ONLY_MEDIA_IDS) @Nullable String from,
      @Schema(hidden = true) @Null(message = ONLY_MEDIA_IDS) @Nullable String to) {}

  /**
   * What is left out is chosen for the caller.
   *
   * @param seed repeats a shuffled order; by default the order differs from film to film
   */
  @Schema(name = "VideoWishes")
  record Options(
      FilmOptions.@Nullable Aspect aspect,
      FilmOptions.@Nullable Resolution resolution,
      @DecimalMin(value = "1", message = "must be from 1 to 15")
          @DecimalMax(value = "15", message = "must be from 1 to 15")
          @Nullable Double secondsPerPhoto,
      FilmOptions.@Nullable Transition transition,
      FilmOptions.@Nullable Motion motion,
      @Nullable UUID musicMediaId,
      FilmOptions.@Nullable PhotoOrder order,
      @Nullable Long seed) {

    private static final Options NONE = new Options(null, null, null, null, null, null, null, null);
  }

  private static final double DEFAULT_SECONDS = 3;

  /**
   * @param seed used where the caller gave none
   */
  FilmOptions toFilmOptions(long seed) {
    var given = options == null ? Options.NONE : options;
    return new FilmOptions(
        or(given.aspect(), FilmOptions.Aspect.WIDE),
        or(given.resolution(), FilmOptions.Resolution.P1080),
        or(given.secondsPerPhoto(), DEFAULT_SECONDS),
        or(given.transition(), FilmOptions.Transition.CROSSFADE),
        or(given.motion(), FilmOptions.Motion.NONE),
        or(given.order(), FilmOptions.PhotoOrder.GIVEN),
        or(given.seed(), seed),
        given.musicMediaId());
  }

  private static <T> T or(@Nullable T given, T otherwise) {
    return given == null ? otherwise : given;
  }
}
