package io.albumen.photo.processing.engine;

import io.albumen.media.ImageInput;
import io.albumen.media.MediaCommand;
import io.albumen.media.MediaFailure;
import io.albumen.media.MediaFormat;
import io.albumen.media.MediaProcess;
import io.albumen.media.ProbedMedia;
import io.albumen.media.Size;
import io.albumen.media.header.MovingWebp;
import io.albumen.media.header.StillHeader;
import io.albumen.media.probe.MediaProbe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a form that every browser plays of what some don't: H.264 and AAC in an MP4 that starts
 * before it is loaded. Tracks that are so already are copied, which costs next to nothing; the rest
 * is encoded anew, at most 1080p. Either way the place and the names that cameras write stay
 * behind.
 */
final class Playback {
  private static final int LONG_SIDE = 1920;
  private static final int LONG_SIDE_OF_ANIMATION = 1080;
  private static final String FILM_PIXELS =
      "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p";
  private static final MediaCommand.Limits ANIMATION =
      MediaCommand.Limits.MOVING.within(Duration.ofMinutes(10));

  private static final List<String> NO_TAGS =
      List.of(
          "-map_metadata",
          "-1",
          "-map_metadata:s",
          "-1",
          "-map_chapters",
          "-1",
          "-fflags",
          "+bitexact",
          "-t",
          Long.toString(MediaProbe.MAX_DURATION.toSeconds()),
          "-movflags",
          "+faststart",
          "-f",
          "mp4");

  private final MediaProcess process;

  Playback(MediaProcess process) {
    this.process = process;
  }

  /**
   * Empty when browsers play the original, and also when it would take too long: then whoever can
   * play it still can.
   */
  Optional<RenditionFile> ofVideo(Path original, ProbedMedia media, Path workDir) {
    if (Browsers.play(media)) {
      return Optional.empty();
    }
    var picture = media.picture().orElseThrow();
    try {
      return Optional.of(
          Browsers.playInMp4(picture)
              ? copied(original, media, workDir)
              : encoded(original, media, workDir));
    } catch (MediaFailure e) {
      if (e.reason() == MediaFailure.Reason.TIMEOUT) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private RenditionFile copied(Path original, ProbedMedia media, Path workDir) {
    var arguments = new ArrayList<>(MediaCommand.input(original, media));
    arguments.addAll(List.of("-map", "0:" + media.picture().orElseThrow().stream()));
    arguments.addAll(List.of("-c:v", "copy"));
    arguments.addAll(soundOptions(media));
    return film(arguments, media.picture().orElseThrow().upright(), workDir);
  }

  private RenditionFile encoded(Path original, ProbedMedia media, Path workDir) {
    var image = ImageInput.fittingEvenly(original, media, LONG_SIDE);
    var arguments = new ArrayList<>(image.arguments());
    arguments.addAll(List.of("-filter_complex", image.filter() + "," + FILM_PIXELS + "[v]"));
    arguments.addAll(List.of("-map", "[v]", "-fpsmax", "60"));
    arguments.addAll(encoder(image.size()));
    arguments.addAll(soundOptions(media));
    return film(arguments, image.size(), workDir);
  }

  private RenditionFile film(List<String> arguments, Size size, Path workDir) {
    arguments.addAll(NO_TAGS);
    arguments.add("playback.mp4");
    run(arguments, workDir, MediaCommand.Limits.MOVING);
    return rendition("playback.mp4", "video/mp4", size, workDir);
  }

  /** A picture that moves goes on moving: a WebP as it is, all others as a film without sound. */
  Optional<RenditionFile> ofAnimation(Path original, ProbedMedia media, Path workDir) {
    var picture = media.picture().orElseThrow();
    if (!picture.moves()) {
      return Optional.empty();
    }
    return Optional.of(
        media.format() == MediaFormat.WEBP
            ? cleaned(original, picture.upright(), workDir)
            : animation(original, media, workDir));
  }

  private static RenditionFile cleaned(Path original, Size size, Path workDir) {
    try {
      MovingWebp.writeClean(original, workDir.resolve("playback.webp"));
    } catch (IOException e) {
      throw new MediaFailure(MediaFailure.Reason.CORRUPT, "Its pictures cannot be told", e);
    }
    return rendition("playback.webp", "image/webp", size, workDir);
  }

  private RenditionFile animation(Path original, ProbedMedia media, Path workDir) {
    var image = ImageInput.fittingEvenly(original, media, LONG_SIDE_OF_ANIMATION);
    var paper = media.picture().orElseThrow().mayBeTransparent() ? PictureRenditions.ON_PAPER : "";
    var arguments = new ArrayList<>(image.arguments());
    arguments.addAll(
        List.of("-filter_complex", image.filter() + "," + paper + FILM_PIXELS + "[v]"));
    arguments.addAll(List.of("-map", "[v]", "-frames:v", Integer.toString(StillHeader.MAX_FRAMES)));
    arguments.addAll(List.of("-fps_mode", "vfr")); // each picture once, for as long as it stood
    arguments.addAll(encoder(image.size()));
    arguments.addAll(NO_TAGS);
    arguments.add("playback.mp4");
    run(arguments, workDir, ANIMATION);
    return rendition("playback.mp4", "video/mp4", image.size(), workDir);
  }

  /** Of a sound whose codec some browser lacks; empty as for a video. */
  Optional<RenditionFile> ofSound(Path original, ProbedMedia media, Path workDir) {
    if (Browsers.play(media)) {
      return Optional.empty();
    }
    var arguments = new ArrayList<>(List.of("-vn"));
    arguments.addAll(MediaCommand.input(original, media));
    arguments.addAll(soundOptions(media));
    arguments.addAll(NO_TAGS);
    arguments.add("playback.m4a");
    run(arguments, workDir, MediaCommand.Limits.MOVING);
    return Optional.of(
        new RenditionFile("playback.m4a", workDir.resolve("playback.m4a"), "audio/mp4", 0, 0));
  }

  private void run(List<String> arguments, Path workDir, MediaCommand.Limits limits) {
    process.run(new MediaCommand(MediaCommand.Tool.FFMPEG, arguments, workDir, limits));
  }

  private static RenditionFile rendition(String name, String type, Size size, Path workDir) {
    return new RenditionFile(name, workDir.resolve(name), type, size.width(), size.height());
  }

  private static List<String> encoder(Size size) {
    long bitsPerSecond = Math.clamp(size.pixels() * 3, 500_000, 8_000_000);
    return List.of(
        "-c:v",
        "libopenh264",
        "-b:v",
        Long.toString(bitsPerSecond),
        "-g",
        "60",
        "-colorspace",
        "bt709",
        "-color_range",
        "tv");
  }

  private static List<String> soundOptions(ProbedMedia media) {
    boolean aac = media.sound().filter(sound -> sound.codec().equals("aac")).isPresent();
    var options = new ArrayList<>(List.of("-map", "0:a:0?"));
    options.addAll(
        aac ? List.of("-c:a", "copy") : List.of("-c:a", "aac", "-b:a", "160k", "-ac", "2"));
    return options;
  }
}
