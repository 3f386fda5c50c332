package io.albumen.photo.content;

import io.albumen.common.ErrorKind;
import io.albumen.common.Problem;
import io.albumen.media.MediaFormat;
import io.albumen.photo.media.Fault;
import io.albumen.photo.media.Findings;
import io.albumen.photo.media.MediaItem;
import io.albumen.photo.media.MediaState;
import io.albumen.photo.media.Rendition;
import io.albumen.photo.media.Taken;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All metadata of an item.
 *
 * @param problem why it is REJECTED or FAILED
 * @param renditions what {@code /content} can be asked for besides the original; absent in lists
 */
@Schema(name = "Media")
record MediaView(
    @Schema(required = true) UUID id,
    @Schema(required = true) MediaFormat.Kind kind,
    @Schema(required = true) MediaState state,
    @Nullable Problem problem,
    @Schema(required = true) String name,
    @Schema(required = true) String contentType,
    @Schema(required = true) long sizeBytes,
    @Schema(required = true) String sha256,
    @Schema(required = true) int version,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Long durationMs,
    @Nullable String thumbhash,
    @Schema(required = true) Instant takenAt,
    @Nullable Integer utcOffsetMinutes,
    @Schema(required = true) Taken.Source takenAtSource,
    @Nullable PlaceView place,
    @Nullable CameraView camera,
    @Schema(required = true) boolean favorite,
    @Schema(required = true) Instant uploadedAt,
    @Nullable List<RenditionView> renditions) {

  /** Decimal degrees. */
  @Schema(name = "Place")
  record PlaceView(
      @Schema(required = true) double latitude,
      @Schema(required = true) double longitude,
      @Nullable Double altitudeMeters) {
    static @Nullable PlaceView of(Findings.@Nullable Place place) {
      return place == null
          ? null
          : new PlaceView(place.latitude(), place.longitude(), place.altitudeMeters());
    }
  }

  @Schema(name = "Camera")
  record CameraView(
      @Nullable String make,
      @Nullable String model,
      @Nullable String lens,
      @Nullable Double exposureSeconds,
      @Nullable Double fNumber,
      @Nullable Integer iso,
      @Nullable Double focalLengthMillimeters) {
    static @Nullable CameraView of(Findings.@Nullable Camera camera) {
      return camera == null
          ? null
          : new CameraView(
              camera.make(),
              camera.model(),
              camera.lens(),
              camera.exposureSeconds(),
              camera.fNumber(),
              camera.iso(),
              camera.focalLengthMillimeters());
    }
  }

  @Schema(name = "Rendition")
  record RenditionView(
      @Schema(required = true, description = "For /content?variant=") String variant,
      @Schema(required = true) String contentType,
      @Schema(required = true) int width,
      @Schema(required = true) int height) {
    static RenditionView of(Rendition rendition) {
      var variant = rendition.name().substring(0, rendition.name().indexOf('.'));
      return new RenditionView(
          variant, rendition.contentType(), rendition.width(), rendition.height());
    }
  }

  static MediaView of(MediaItem item, List<Rendition> renditions) {
    return of(item, item.findings(), renditions.stream().map(RenditionView::of).toList());
  }

  /** Without renditions. */
  static MediaView of(MediaItem item) {
    return of(item, item.findings(), null);
  }

  private static MediaView of(
      MediaItem item, Findings findings, @Nullable List<RenditionView> renditions) {
    var original = item.original();
    var taken = item.taken();
    return new MediaView(
        item.id().value(),
        item.kind(),
        item.state(),
        problem(item.fault()),
        original.name().value(),
        original.contentType(),
        original.sizeBytes(),
        original.sha256(),
        item.version(),
        findings.width(),
        findings.height(),
        findings.durationMs(),
        findings.thumbhash(),
        taken.at(),
        taken.utcOffsetMinutes(),
        taken.source(),
        PlaceView.of(findings.place()),
        CameraView.of(findings.camera()),
        item.favorite(),
        item.uploadedAt(),
        renditions);
  }

  private static @Nullable Problem problem(@Nullable Fault fault) {
    return fault == null ? null : Problem.of(ErrorKind.UNPROCESSABLE, fault.code(), fault.detail());
  }
}
