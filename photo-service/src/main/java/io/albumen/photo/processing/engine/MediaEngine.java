package io.albumen.photo.processing.engine;

import io.albumen.media.Ffmpeg;
import io.albumen.media.MediaFailure;
import io.albumen.media.MediaFailure.Reason;
import io.albumen.media.MediaFormat;
import io.albumen.media.MediaProcess;
import io.albumen.media.MediaSniffer;
import io.albumen.media.ProbedMedia;
import io.albumen.media.probe.MediaProbe;
import io.albumen.media.probe.Still;
import io.albumen.photo.processing.metadata.OriginalMetadata;
import io.albumen.photo.processing.metadata.TrackInfo;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns an original into renditions and metadata. Files in, files out: no store, no clock. The
 * first call on a machine unpacks FFmpeg, which takes a second.
 */
@ApplicationScoped
public class MediaEngine {
  private final MediaProbe probe;
  private final PictureRenditions pictures;
  private final Playback playback;
  private final Waveform waveform;

  MediaEngine(EngineConfig config) {
    var process = new MediaProcess(Ffmpeg.locate(config.ffmpegDir(), config.cacheDir()));
    this.probe = new MediaProbe(process);
    this.pictures = new PictureRenditions(process);
    this.playback = new Playback(process);
    this.waveform = new Waveform(process);
  }

  /**
   * Makes every rendition of one original. Running it again on the same original gives renditions
   * of the same names.
   *
   * @param contentType what the leading bytes were sniffed as when the upload was completed
   * @param fileName as the owner named it, for dates written in names; never used as a path
   * @param workDir private to this call and empty; renditions are written into it and the caller
   *     removes it
   * @throws MediaFailure when the original is corrupt, hostile or beyond a limit, or when the
   *     engine itself gave out
   */
  public Processed process(Path original, String contentType, String fileName, Path workDir)
      throws MediaFailure {
    var media = probe.probe(original, format(original, contentType));
    var metadata = OriginalMetadata.read(original, media, fileName);
    return switch (media.format().kind()) {
      case PHOTO -> photo(original, media, metadata, workDir);
      case VIDEO -> video(original, media, metadata, workDir);
      case SOUND -> sound(original, media, metadata, workDir);
    };
  }

  private Processed photo(
      Path original, ProbedMedia media, OriginalMetadata metadata, Path workDir) {
    var still = Still.of(original, media, probe, workDir);
    var made = pictures.ofPhoto(still.file(), still.media(), workDir);
    var moving = playback.ofAnimation(original, media, workDir);
    return picture(media, metadata, null, made.thumbhash(), join(made.files(), moving));
  }

  private Processed video(
      Path original, ProbedMedia media, OriginalMetadata metadata, Path workDir) {
    var made = pictures.ofVideo(original, media, workDir);
    var moving = playback.ofVideo(original, media, workDir);
    var duration = media.duration().map(whole -> whole.toMillis()).orElse(null);
    return picture(media, metadata, duration, made.thumbhash(), join(made.files(), moving));
  }

  private Processed sound(
      Path original, ProbedMedia media, OriginalMetadata metadata, Path workDir) {
    var drawn = waveform.of(original, media, workDir);
    var cover = pictures.ofCover(original, media, workDir);
    var files = new ArrayList<>(List.of(drawn.file()));
    cover.ifPresent(made -> files.addAll(made.files()));
    return new Processed(
        MediaFormat.Kind.SOUND,
        0,
        0,
        drawn.durationMs(),
        cover.map(PictureRenditions.Made::thumbhash).orElse(null),
        metadata.takenAt(),
        metadata.place(),
        null,
        TrackInfo.of(media),
        traits(media, metadata),
        join(files, playback.ofSound(original, media, workDir)));
  }

  private static List<RenditionFile> join(
      List<RenditionFile> files, Optional<RenditionFile> oneMore) {
    return Stream.concat(files.stream(), oneMore.stream()).toList();
  }

  private static Processed picture(
      ProbedMedia media,
      OriginalMetadata metadata,
      @Nullable Long durationMs,
      String thumbhash,
      List<RenditionFile> files) {
    var size = media.picture().orElseThrow().upright();
    return new Processed(
        media.format().kind(),
        size.width(),
        size.height(),
        durationMs,
        thumbhash,
        metadata.takenAt(),
        metadata.place(),
        metadata.camera(),
        TrackInfo.of(media),
        traits(media, metadata),
        files);
  }

  private static Processed.Traits traits(ProbedMedia media, OriginalMetadata metadata) {
    boolean moves = media.picture().filter(ProbedMedia.Picture::moves).isPresent();
    return new Processed.Traits(
        media.format().kind() == MediaFormat.Kind.PHOTO && moves, metadata.contentIdentifier());
  }

  /**
   * Sniffed once more, since what opens the file must fit its bytes and not what a message says of
   * them.
   */
  private static MediaFormat format(Path original, String contentType) {
    var format =
        MediaSniffer.sniff(leading(original))
            .orElseThrow(
                () -> new MediaFailure(Reason.UNSUPPORTED, "No format that Albumen takes"));
    if (!format.contentType().equals(contentType)) {
      throw new MediaFailure(Reason.TYPE_MISMATCH, "It is " + format.contentType());
    }
    return format;
  }

  private static byte[] leading(Path original) {
    try (var stream = Files.newInputStream(original)) {
      return stream.readNBytes(MediaSniffer.LEADING_BYTES);
    } catch (IOException e) {
      throw new MediaFailure(Reason.ENGINE, "Cannot read the original", e);
    }
  }
}
