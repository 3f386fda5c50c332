package io.albumen.photo.edit;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The bodies that {@link PatchReader} reads, for the contract: a record could not tell an absent
 * member from {@code null}.
 */
final class PatchSchemas {
  private PatchSchemas() {}

  @Schema(name = "MediaPatch", additionalProperties = Schema.False.class)
  record MediaPatch(
      @Schema(nullable = true, maxLength = 200) @Nullable String title,
      @Schema(nullable = true, maxLength = 4000) @Nullable String description,
      @Nullable Instant takenAt,
      @Schema(nullable = true, minimum = "-1080", maximum = "1080")
          @Nullable Integer utcOffsetMinutes,
      @Schema(nullable = true, implementation = Location.class) @Nullable Location location,
      @Nullable Boolean favorite,
      @Nullable Boolean archived,
      @Schema(nullable = true, minimum = "1", maximum = "5") @Nullable Integer rating,
      @Schema(nullable = true, maxItems = Tags.MAX_EACH) @Nullable List<String> tags) {}

  @Schema(name = "MediaChanges", additionalProperties = Schema.False.class)
  record MediaChanges(
      @Nullable Boolean favorite,
      @Nullable Boolean archived,
      @Schema(nullable = true, minimum = "1", maximum = "5") @Nullable Integer rating,
      @Schema(nullable = true, maxLength = 200) @Nullable String title,
      @Schema(nullable = true, maxLength = 4000) @Nullable String description,
      @Schema(nullable = true, implementation = Location.class) @Nullable Location location,
      @Schema(description = "Either set or shiftMilliseconds") @Nullable TakenAtChange takenAt,
      @Schema(maxItems = Tags.MAX_EACH) @Nullable List<String> addTags,
      @Schema(maxItems = Tags.MAX_EACH) @Nullable List<String> removeTags) {}

  @Schema(name = "Location", additionalProperties = Schema.False.class)
  record Location(
      @Schema(required = true, minimum = "-90", maximum = "90") double latitude,
      @Schema(required = true, minimum = "-180", maximum = "180") double longitude) {}

  @Schema(name = "TakenAtChange", additionalProperties = Schema.False.class)
  record TakenAtChange(@Nullable TakenAtSet set, @Nullable Long shiftMilliseconds) {}

  @Schema(name = "TakenAtSet", additionalProperties = Schema.False.class)
  record TakenAtSet(
      @Schema(required = true) Instant takenAt,
      @Schema(nullable = true, minimum = "-1080", maximum = "1080")
          @Nullable Integer utcOffsetMinutes) {}
}
