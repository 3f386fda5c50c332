package io.albumen.media;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of a tool. Arguments reach the tool as they are, through no shell; whoever builds them
 * keeps text of users out of options and filters.
 *
 * @param directory where the tool runs and may write, usually a {@link Workspace}'s folder
 */
public record MediaCommand(Tool tool, List<String> arguments, Path directory, Limits limits) {
  /** Which of the two programs. */
  public enum Tool {
    FFMPEG,
    FFPROBE
  }

  /**
   * What one run may use before it is killed.
   *
   * @param wallClock from start to end, however idle
   * @param cpu of all its threads together
   * @param memory bytes of address space, of which resident memory is a part
   * @param fileSize bytes that any one output file may reach
   */
  public record Limits(Duration wallClock, Duration cpu, long memory, long fileSize) {
    private static final long MIB = 1024L * 1024;

    /** Reading a header. */
    public static final Limits PROBE =
        new Limits(Duration.ofSeconds(8), Duration.ofSeconds(6), 1024 * MIB, 0);

    /** Decoding one picture of up to {@link ProbedMedia#MAX_PIXELS} and writing small ones. */
    public static final Limits STILL =
        new Limits(Duration.ofSeconds(60), Duration.ofSeconds(40), 3072 * MIB, 64 * MIB);

    /** Decoding, and perhaps encoding, a whole video or sound. */
    public static final Limits MOVING =
        new Limits(Duration.ofMinutes(60), Duration.ofMinutes(120), 3072 * MIB, 16384 * MIB);

    /** The same limits with another patience. */
    public Limits within(Duration wallClock) {
      return new Limits(
          wallClock,
          cpu.compareTo(wallClock) < 0 ? cpu : wallClock.multipliedBy(2),
          memory,
          fileSize);
    }
  }

  public MediaCommand {
    arguments = List.copyOf(arguments);
  }

  /**
   * The options, up to and with {@code -i}, that open a stranger's file: local files only, and the
   * sniffed demuxer or decoder only, whatever the file itself asks for.
   */
  public static List<String> input(Path file, MediaFormat format) {
    return input("file,pipe", opening(format), "file:" + file.toAbsolutePath());
  }

  /** The same for a file that was probed: of one that holds its picture inside, only that part. */
  public static List<String> input(Path file, ProbedMedia media) {
    var opening = opening(media);
    return media
        .picture()
        .flatMap(ProbedMedia.Picture::part)
        .map(
            part ->
                input(
                    "file,pipe,subfile",
                    opening,
                    "subfile,,start,%d,end,%d,,:file:%s"
                        .formatted(
                            part.offset(), part.offset() + part.length(), file.toAbsolutePath())))
        .orElseGet(() -> input("file,pipe", opening, "file:" + file.toAbsolutePath()));
  }

  /** A PNG that moves has one of its own. */
  private static List<String> opening(ProbedMedia media) {
    boolean moves = media.picture().filter(ProbedMedia.Picture::moves).isPresent();
    return moves && media.format() == MediaFormat.PNG ? demuxing("apng") : opening(media.format());
  }

  /** What takes whole files would else take the name for a pattern, and its ending for a type. */
  private static List<String> opening(MediaFormat format) {
    var options = new ArrayList<>(demuxing(format.demuxer()));
    format
        .decoder()
        .ifPresent(decoder -> options.addAll(List.of("-pattern_type", "none", "-c:v", decoder)));
    return options;
  }

  private static List<String> demuxing(String demuxer) {
    return List.of("-format_whitelist", demuxer, "-f", demuxer);
  }

  private static List<String> input(String protocols, List<String> opening, String url) {
    var options = new ArrayList<>(List.of("-protocol_whitelist", protocols));
    options.addAll(opening);
    options.addAll(List.of("-i", url));
    return List.copyOf(options);
  }
}
