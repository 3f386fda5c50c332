package io.albumen.media;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file's headers say of it, already within Albumen's limits.
 *
 * @param picture the still, or the first picture track of a video; a sound's cover art is none
 * @param sound the first sound track
 * @param duration of what moves or sounds; a still has none
 * @param bitRate of all tracks together, in bits a second
 * @param cover a picture that a sound brings along, if it is within the limits of pictures
 * @param tags the container's own (title, artist …), keys in lower case, as hostile as the file
 */
public record ProbedMedia(
    MediaFormat format,
    Optional<Picture> picture,
    Optional<Sound> sound,
    Optional<Duration> duration,
    Optional<Long> bitRate,
    Optional<Picture> cover,
    Map<String, String> tags) {
  /** Of one picture. */
  public static final long MAX_PIXELS = 120_000_000;

  /**
   * A picture track.
   *
   * @param stream its number in the file
   * @param stored size before it is turned upright
   * @param frames how many, as far as the header tells; at least 1
   * @param tiles what it has to be put together from, as phones write HEIC; empty when it is in one
   *     piece
   * @param codec FFmpeg's name
   * @param pixelFormat FFmpeg's name; absent where only decoding would tell
   * @param frameRate in frames a second, on average; 0 when it is still or unknown
   * @param mayBeTransparent whether some of it may be see-through
   * @param part where the picture lies in a file that holds more, as a raw file does
   */
  public record Picture(
      int stream,
      Size stored,
      Orientation orientation,
      String codec,
      @Nullable String pixelFormat,
      ColourSpace colours,
      double frameRate,
      boolean mayBeTransparent,
      long frames,
      List<Tile> tiles,
      Optional<Part> part) {

    public Picture {
      tiles = List.copyOf(tiles);
    }

    /** Size as it is looked at. */
    public Size upright() {
      return orientation.upright(stored);
    }

    /** Whether it is more than one picture, shown one after the other. */
    public boolean moves() {
      return frames > 1;
    }
  }

  /** A stretch of a file, in bytes. */
  public record Part(long offset, long length) {}

  /** A part of a picture, a stream of its own, and where its upper left corner belongs. */
  public record Tile(int stream, int x, int y) {}

  /** A sound track; codec is FFmpeg's name. */
  public record Sound(String codec, int channels, int sampleRate) {}

  public ProbedMedia {
    tags = Map.copyOf(tags);
  }

  public static ProbedMedia still(MediaFormat format, Picture picture) {
    return new ProbedMedia(
        format,
        Optional.of(picture),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  /** The same with its cover in the picture's place, to be looked at. */
  public Optional<ProbedMedia> ofCover() {
    return cover.map(
        picture ->
            new ProbedMedia(
                format, Optional.of(picture), sound, duration, bitRate, Optional.empty(), tags));
  }
}
