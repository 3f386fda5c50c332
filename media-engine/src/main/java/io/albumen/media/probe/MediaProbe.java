package io.albumen.media.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.media.ColourSpace;
import io.albumen.media.ExitReason;
import io.albumen.media.MediaCommand;
import io.albumen.media.MediaFailure;
import io.albumen.media.MediaFailure.Reason;
import io.albumen.media.MediaFormat;
import io.albumen.media.MediaProcess;
import io.albumen.media.Orientation;
import io.albumen.media.ProbedMedia;
import io.albumen.media.ProbedMedia.Picture;
import io.albumen.media.ProbedMedia.Sound;
import io.albumen.media.ProbedMedia.Tile;
import io.albumen.media.Size;
import io.albumen.media.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Reads a file's headers in a confined child and refuses what breaks a limit, before a pixel is
 * decoded.
 */
public final class MediaProbe {
  /** Longest video or sound. */
  public static final Duration MAX_DURATION = Duration.ofHours(6);

  private static final int MAX_STREAMS = 512;
  private static final int MAX_TAG = 1_000;
  private static final Pattern TRANSPARENT =
      Pattern.compile("rgba|bgra|argb|abgr|^ya|^yuva|^gbrap|^pal");
  private static final Pattern RATIO = Pattern.compile("(\\d{1,9})/([1-9]\\d{0,8})");
  private static final double MAX_FRAME_RATE = 1000;
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final MediaProcess process;

  public MediaProbe(MediaProcess process) {
    this.process = process;
  }

  /**
   * @throws MediaFailure when the file is not of this format, damaged, or beyond a limit
   */
  public ProbedMedia probe(Path file, MediaFormat format) {
    var still = StillProbe.picture(file, format);
    if (still.isPresent()) {
      return ProbedMedia.still(format, still.get());
    }
    var json = run(file, format);
    var streams = elements(json.path("streams"));
    if (streams.size() > MAX_STREAMS) {
      throw new MediaFailure(Reason.TOO_LARGE, streams.size() + " streams");
    }
    var media =
        new ProbedMedia(
            format,
            picture(file, format, json, streams),
            sound(streams),
            duration(format, json),
            bitRate(json),
            cover(file, format, streams),
            tags(json, streams));
    requireContent(media);
    return media;
  }

  private JsonNode run(Path file, MediaFormat format) {
    var arguments =
        new ArrayList<>(
            List.of(
                "-show_streams", "-show_stream_groups", "-show_format", "-of", "json=compact=1"));
    if (format.kind() == MediaFormat.Kind.PHOTO) {
      arguments.add("-nofind_stream_info"); // the boxes of HEIC and AVIF tell enough, undecoded
    }
    arguments.addAll(List.of("-max_pixels", Long.toString(ProbedMedia.MAX_PIXELS)));
    arguments.addAll(MediaCommand.input(file, format));
    try (var workspace = Workspace.create()) {
      var output =
          process.run(
              new MediaCommand(
                  MediaCommand.Tool.FFPROBE,
                  arguments,
                  workspace.folder(),
                  MediaCommand.Limits.PROBE));
      boolean seen = format.kind() != MediaFormat.Kind.SOUND; // else only a cover is too large
      if (seen && ExitReason.of(0, output.complaints()) == Reason.TOO_LARGE) {
        throw new MediaFailure(Reason.TOO_LARGE, output.complaints().strip());
      }
      return JSON.readTree(output.stdout());
    } catch (IOException e) {
      throw new MediaFailure(Reason.CORRUPT, "Its headers cannot be told", e);
    }
  }

  private static Optional<Picture> picture(
      Path file, MediaFormat format, JsonNode json, List<JsonNode> streams) {
    var grid =
        elements(json.path("stream_groups")).stream()
            .filter(group -> group.path("type").asText().equals("Tile Grid"))
            .filter(MediaProbe::isPrimary)
            .findFirst();
    if (format.kind() == MediaFormat.Kind.PHOTO && grid.isPresent()) {
      var tile = grid.get().path("streams").path(0);
      return Optional.of(
          picture(
              file,
              format,
              tile,
              grid.get().path("components").path(0),
              TileGrid.tiles(grid.get())));
    }
    var pictures = streams.stream().filter(MediaProbe::isPicture).toList();
    return pictures.stream()
        .filter(MediaProbe::isPrimary)
        .findFirst()
        .or(() -> pictures.stream().findFirst())
        .map(stream -> picture(file, format, stream, stream, List.of()));
  }

  /** Cover art is no picture track. */
  private static boolean isPicture(JsonNode stream) {
    return stream.path("codec_type").asText().equals("video")
        && stream.path("disposition").path("attached_pic").asInt() == 0;
  }

  /** One that can't be had is no reason to refuse the sound. */
  private static Optional<Picture> cover(Path file, MediaFormat format, List<JsonNode> streams) {
    try {
      return streams.stream()
          .filter(stream -> format.kind() == MediaFormat.Kind.SOUND)
          .filter(stream -> stream.path("disposition").path("attached_pic").asInt() == 1)
          .findFirst()
          .map(stream -> picture(file, format, stream, stream, List.of()));
    } catch (MediaFailure e) {
      return Optional.empty();
    }
  }

  /** {@code 30000/1001}. */
  private static double frameRate(String ratio) {
    var parts = RATIO.matcher(ratio);
    if (!parts.matches()) {
      return 0;
    }
    double rate = Double.parseDouble(parts.group(1)) / Double.parseDouble(parts.group(2));
    return rate <= MAX_FRAME_RATE ? rate : 0;
  }

  private static Optional<Long> bitRate(JsonNode json) {
    long bits = json.path("format").path("bit_rate").asLong(0);
    return bits > 0 ? Optional.of(bits) : Optional.empty();
  }

  /** Beside the picture a file may hold its thumbnail, its depth or its brightness. */
  private static boolean isPrimary(JsonNode holder) {
    return holder.path("disposition").path("default").asInt() == 1;
  }

  private static Picture picture(
      Path file, MediaFormat format, JsonNode stream, JsonNode frame, List<Tile> tiles) {
    var size = PictureLimits.size(frame.path("width").asLong(), frame.path("height").asLong());
    var pixels = stream.hasNonNull("pix_fmt") ? stream.path("pix_fmt").asText() : null;
    return new Picture(
        stream.path("index").asInt(),
        size,
        orientation(frame, stream),
        stream.path("codec_name").asText("unknown"),
        pixels,
        colours(file, format, stream),
        frameRate(stream.path("avg_frame_rate").asText()),
        pixels != null && TRANSPARENT.matcher(pixels).find(),
        frames(format, stream, size),
        tiles,
        Optional.empty());
  }

  private static ColourSpace colours(Path file, MediaFormat format, JsonNode stream) {
    if (stream.path("color_transfer").asText().matches("arib-std-b67|smpte2084")) {
      return ColourSpace.HDR;
    }
    if (stream.path("color_primaries").asText().equals("smpte432")) {
      return ColourSpace.DISPLAY_P3;
    }
    return format.kind() == MediaFormat.Kind.PHOTO
        ? EmbeddedMetadata.coloursOfIsoMedia(file)
        : ColourSpace.SRGB;
  }

  private static long frames(MediaFormat format, JsonNode stream, Size size) {
    long frames = Math.max(1, stream.path("nb_frames").asLong(1));
    return format.kind() == MediaFormat.Kind.PHOTO ? PictureLimits.frames(frames, size) : frames;
  }

  /** A grid says it of the whole; some writers say it of the tiles. */
  private static Orientation orientation(JsonNode frame, JsonNode stream) {
    return matrix(frame).or(() -> matrix(stream)).orElse(Orientation.UPRIGHT);
  }

  private static Optional<Orientation> matrix(JsonNode holder) {
    return elements(holder.path("side_data_list")).stream()
        .filter(data -> data.hasNonNull("displaymatrix"))
        .findFirst()
        .map(data -> orientation(data.path("displaymatrix").asText()));
  }

  /** Three lines of {@code 00000000: a b u}. */
  private static Orientation orientation(String matrix) {
    var numbers = new ArrayList<Long>();
    matrix
        .lines()
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .filter(line -> !line.isEmpty())
        .flatMap(Pattern.compile("\\s+")::splitAsStream)
        .forEach(number -> numbers.add(Long.parseLong(number)));
    return numbers.size() == 9
        ? Orientation.ofMatrix(numbers.get(0), numbers.get(1), numbers.get(3), numbers.get(4))
        : Orientation.UPRIGHT;
  }

  private static Optional<Sound> sound(List<JsonNode> streams) {
    return streams.stream()
        .filter(stream -> stream.path("codec_type").asText().equals("audio"))
        .findFirst()
        .map(
            stream ->
                new Sound(
                    stream.path("codec_name").asText("unknown"),
                    stream.path("channels").asInt(),
                    stream.path("sample_rate").asInt()));
  }

  private static Optional<Duration> duration(MediaFormat format, JsonNode json) {
    var text = json.path("format").path("duration").asText();
    if (format.kind() == MediaFormat.Kind.PHOTO || !NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    double seconds = Double.parseDouble(text);
    if (seconds > MAX_DURATION.toSeconds()) {
      throw new MediaFailure(Reason.TOO_LARGE, "%.0f seconds".formatted(seconds));
    }
    return seconds < 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(Math.round(seconds * 1000)));
  }

  /** Ogg tells them of its track, all others of the whole. */
  private static Map<String, String> tags(JsonNode json, List<JsonNode> streams) {
    var tags = new HashMap<String, String>();
    streams.stream()
        .filter(stream -> stream.path("codec_type").asText().equals("audio"))
        .limit(1)
        .forEach(stream -> addTags(tags, stream));
    addTags(tags, json.path("format"));
    return tags;
  }

  private static void addTags(Map<String, String> tags, JsonNode holder) {
    holder
        .path("tags")
        .properties()
        .forEach(
            tag -> {
              var text = tag.getValue().asText();
              tags.put(
                  tag.getKey().toLowerCase(Locale.ROOT),
                  text.substring(0, Math.min(text.length(), MAX_TAG)));
            });
  }

  private static void requireContent(ProbedMedia media) {
    boolean picture = media.picture().isPresent();
    boolean sound = media.sound().isPresent();
    require(picture || sound, Reason.CORRUPT, "Nothing in it");
    switch (media.format().kind()) {
      case PHOTO, VIDEO -> require(picture, Reason.TYPE_MISMATCH, "No picture in it");
      case SOUND -> require(sound, Reason.TYPE_MISMATCH, "No sound in it");
    }
  }

  private static void require(boolean condition, Reason reason, String detail) {
    if (!condition) {
      throw new MediaFailure(reason, detail);
    }
  }

  private static List<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
