package io.albumen.photo.processing;

import io.albumen.media.MediaFormat;
import io.albumen.photo.media.Findings;
import io.albumen.photo.media.Rendition;
import io.albumen.photo.media.Taken;
import io.albumen.photo.media.library.MediaLibrary;
import io.albumen.photo.place.PlaceNames;
import io.albumen.photo.processing.engine.Processed;
import io.albumen.photo.processing.engine.RenditionFile;
import io.albumen.photo.processing.metadata.CameraInfo;
import io.albumen.photo.processing.metadata.GeoPoint;
import io.albumen.photo.processing.metadata.TakenAt;
import io.albumen.photo.processing.metadata.TrackInfo;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** Puts what the engine says into the library's words, and names the place. */
@ApplicationScoped
class Results {
  private final PlaceNames places;

  Results(PlaceNames places) {
    this.places = places;
  }

  MediaLibrary.Result of(Processed processed) {
    var isSeen = processed.kind() != MediaFormat.Kind.SOUND;
    var findings =
        new Findings(
            isSeen ? processed.width() : null,
            isSeen ? processed.height() : null,
            processed.durationMs(),
            processed.thumbhash(),
            place(processed.place()),
            camera(processed.camera()),
            details(processed));
    return new MediaLibrary.Result(
        processed.kind(),
        taken(processed.takenAt()),
        findings,
        processed.renditions().stream().map(Results::rendition).toList());
  }

  private static @Nullable Taken taken(@Nullable TakenAt takenAt) {
    return takenAt == null
        ? null
        : new Taken(takenAt.instant(), takenAt.utcOffsetMinutes(), source(takenAt.source()));
  }

  private static Taken.Source source(TakenAt.Source source) {
    return switch (source) {
      case EXIF -> Taken.Source.EXIF;
      case QUICKTIME -> Taken.Source.QUICKTIME;
      case XMP -> Taken.Source.XMP;
      case FILE_NAME -> Taken.Source.FILE_NAME;
    };
  }

  private Findings.@Nullable Place place(@Nullable GeoPoint point) {
    return point == null
        ? null
        : new Findings.Place(
            point.latitude(),
            point.longitude(),
            point.altitudeMeters(),
            places.of(point.latitude(), point.longitude()).orElse(null),
            Findings.Place.Source.ORIGINAL);
  }

  private static Findings.Details details(Processed processed) {
    var traits = processed.traits();
    return new Findings.Details(
        traits.animated(), traits.contentIdentifier(), track(processed.tracks()));
  }

  private static Findings.@Nullable Track track(TrackInfo track) {
    return track.equals(TrackInfo.NONE)
        ? null
        : new Findings.Track(
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

  private static Findings.@Nullable Camera camera(@Nullable CameraInfo camera) {
    return camera == null
        ? null
        : new Findings.Camera(
            camera.make(),
            camera.model(),
            camera.lens(),
            camera.exposureSeconds(),
            camera.fNumber(),
            camera.iso(),
            camera.focalLengthMillimeters());
  }

  private static Rendition rendition(RenditionFile made) {
    try {
      return new Rendition(
          made.name(), made.contentType(), made.width(), made.height(), Files.size(made.file()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
