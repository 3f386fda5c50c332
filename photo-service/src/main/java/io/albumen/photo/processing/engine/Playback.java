package io.albumen.photo.processing.engine;

import io.albumen.media.MediaCommand;
import io.albumen.media.MediaProcess;
import io.albumen.media.ProbedMedia;
import io.albumen.media.Size;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes the one form of a video that every browser plays: H.264 and AAC in an MP4 that starts
 * before it is loaded. Tracks that are so already are copied, which costs next to nothing; the rest
 * is encoded anew, at most 1080p. Either way the place and the names that cameras write stay
 * behind.
 */
final class Playback {
  private static final int LONG_SIDE = 1920;
  private static final Set<String> PLAIN_PIXELS = Set.of("yuv420p", "yuvj420p");

  private final MediaProcess process;

  Playback(MediaProcess process) {
    this.process = process;
  }

  RenditionFile of(Path original, ProbedMedia media, Path workDir) {
    var picture = media.picture().orElseThrow();
    boolean copied = isPlayable(picture);
    var size = copied ? picture.upright() : even(picture.upright().within(LONG_SIDE, LONG_SIDE));
    var arguments = new ArrayList<>(List.of("-threads", "2"));
    arguments.addAll(MediaCommand.input(original, media.format()));
    arguments.addAll(
        List.of(
            "-map",
            "0:V:0",
            "-map",
            "0:a:0?",
            "-map_metadata",
            "-1",
            "-map_metadata:s",
            "-1",
            "-map_chapters",
            "-1"));
    arguments.addAll(copied ? List.of("-c:v", "copy") : encode(size));
    arguments.addAll(soundOptions(media));
    arguments.addAll(
        List.of("-fflags", "+bitexact", "-movflags", "+faststart", "-f", "mp4", "playback.mp4"));
    process.run(
        new MediaCommand(MediaCommand.Tool.FFMPEG, arguments, workDir, MediaCommand.Limits.MOVING));
    return new RenditionFile(
        "playback.mp4", workDir.resolve("playback.mp4"), "video/mp4", size.width(), size.height());
  }

  private static boolean isPlayable(ProbedMedia.Picture picture) {
    var pixels = picture.pixelFormat();
    return picture.codec().equals("h264") && pixels != null && PLAIN_PIXELS.contains(pixels);
  }

  private static List<String> encode(Size size) {
    long bitsPerSecond = Math.clamp(size.pixels() * 3, 500_000, 8_000_000);
    return List.of(
        "-vf",
        "scale=%d:%d:flags=bicubic:out_color_matrix=bt709:out_range=tv,setsar=1,format=yuv420p"
            .formatted(size.width(), size.height()),
        "-fpsmax",
        "60",
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
    return aac ? List.of("-c:a", "copy") : List.of("-c:a", "aac", "-b:a", "128k", "-ac", "2");
  }

  /** The encoder halves the colour planes, so both sides have to be even. */
  private static Size even(Size size) {
    return new Size(Math.max(16, size.width() & ~1), Math.max(16, size.height() & ~1));
  }
}
