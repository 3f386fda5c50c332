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
public record MediaView(
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
    @Nullable TrackView track,
    @Schema(required = true) boolean animated,
    @Nullable LivePhotoView livePhoto,
    @Nullable String title,
    @Nullable String description,
    @Nullable @Schema(minimum = "1", maximum = "5") Integer rating,
    @Schema(required = true) boolean archived,
    @Schema(required = true) boolean favorite,
    @Schema(required = true) List<String> tags,
    @Schema(required = true) Instant uploadedAt,
    @Nullable Instant trashedAt,
    @Nullable List<RenditionView> renditions) {

  /** Decimal degrees, and what the place is called, in English. */
  @Schema(name = "Place")
  public record PlaceView(
      @Schema(required = true) double latitude,
      @Schema(required = true) double longitude,
      @Nullable Double altitudeMeters,
      @Nullable String city,
      @Nullable String region,
      @Nullable String country,
      @Nullable String countryCode,
      @Schema(required = true) Findings.Place.Source source) {
    static @Nullable PlaceView of(Findings.@Nullable Place place) {
      if (place == null) {
        return null;
      }
      var name = place.name();
      return new PlaceView(
          place.latitude(),
          place.longitude(),
          place.altitudeMeters(),
          name == null ? null : name.city(),
          name == null ? null : name.region(),
          name == null ? null : name.country(),
          name == null ? null : name.countryCode(),
          place.source());
    }
  }

  /** What a video or sound says of itself; rates in frames, bits and hertz a second. */
  @Schema(name = "Track")
  public record TrackView(
      @Schema(required = true) String container,
      @Nullable String videoCodec,
      @Nullable String audioCodec,
      @Nullable Double frameRate,
      @Nullable Long bitrate,
      @Nullable Integer sampleRate,
      @Nullable Integer channels,
      @Nullable String title,
      @Nullable String artist,
      @Nullable String album) {
    static @Nullable TrackView of(Findings.@Nullable Track track) {
      return track == null || track.container() == null
          ? null
          : new TrackView(
              track.container(),
              track.videoCodec(),
              track.audioCodec(),
              track.frameRate(),
              track.bitrate(),
              track.sampleRate(),
              track.channels(),
              track.title(),
              track.artist(),
              track.album());
    }
  }

  @Schema(name = "LivePhoto")
  public record LivePhotoView(
      @Schema(required = true, description = "The film that belongs to the photo") UUID videoId) {
    static @Nullable LivePhotoView of(MediaItem item) {
      var video = item.live().video();
      return video == null ? null : new LivePhotoView(video.value());
    }
  }

  @Schema(name = "Camera")
  public record CameraView(
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
  public record RenditionView(
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

  public static MediaView of(MediaItem item, List<Rendition> renditions) {
    return view(item, renditions.stream().map(RenditionView::of).toList());
  }

  /** Without renditions. */
  static MediaView of(MediaItem item) {
    return view(item, null);
  }

  private static MediaView view(MediaItem item, @Nullable List<RenditionView> renditions) {
    var findings = item.findings();
    var original = item.original();
    var taken = item.taken();
    var details = item.details();
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
        TrackView.of(findings.details().track()),
        findings.details().animated(),
        LivePhotoView.of(item),
        details.title(),
        details.description(),
        details.rating(),
        details.archived(),
        details.favorite(),
        details.tags(),
        item.uploadedAt(),
        item.trashedAt(),
        renditions);
  }

  private static @Nullable Problem problem(@Nullable Fault fault) {
    return fault == null ? null : Problem.of(ErrorKind.UNPROCESSABLE, fault.code(), fault.detail());
  }
}
