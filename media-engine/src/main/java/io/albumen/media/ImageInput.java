package io.albumen.media;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How FFmpeg has to be called to get one still out of a file, scaled to fit a box, upright, in
 * sRGB.
 *
 * <p>Use {@link #arguments()} as the first input of a command and begin its {@code -filter_complex}
 * with {@link #filter()}, appending to it what else is wanted, for a film's frame for instance:
 *
 * <pre>{@code
 * var image = ImageInput.fitting(file, probed, 1920, 1080);
 * arguments.addAll(image.arguments());
 * arguments.addAll(List.of("-filter_complex", image.filter()
 *     + ",pad=1920:1080:(ow-iw)/2:(oh-ih)/2,setsar=1,scale=out_range=tv:out_color_matrix=bt709,format=yuv420p[v]"));
 * arguments.addAll(List.of("-map", "[v]", "-frames:v", "1", "-f", "rawvideo", "pipe:1"));
 * }</pre>
 *
 * @param arguments options up to and with {@code -i}
 * @param filter a chain from the input to an unlabelled output of exactly {@code size}
 * @param size of the still that comes out: the source's own if that fits, never enlarged
 */
public record ImageInput(List<String> arguments, String filter, Size size) {
  private static final int LARGEST_LOWRES = 3;

  public ImageInput {
    arguments = List.copyOf(arguments);
  }

  /**
   * The still, or a video's or animation's first picture, within a box of these sides (in pixels,
   * of the upright picture).
   *
   * @throws MediaFailure when there is no picture in it
   */
  public static ImageInput fitting(Path file, ProbedMedia media, int maxWidth, int maxHeight) {
    return of(file, media, picture(media).upright().within(maxWidth, maxHeight));
  }

  /**
   * The same with even sides of at least 16, which encoders of films ask for; so a tiny picture is
   * enlarged.
   */
  public static ImageInput fittingEvenly(Path file, ProbedMedia media, int maxSide) {
    var size = picture(media).upright().within(maxSide, maxSide);
    return of(
        file, media, new Size(Math.max(16, size.width() & ~1), Math.max(16, size.height() & ~1)));
  }

  private static ProbedMedia.Picture picture(ProbedMedia media) {
    return media
        .picture()
        .orElseThrow(() -> new MediaFailure(MediaFailure.Reason.TYPE_MISMATCH, "No picture in it"));
  }

  private static ImageInput of(Path file, ProbedMedia media, Size size) {
    var picture = picture(media);
    requireReadable(media.format(), picture);
    var arguments = new ArrayList<String>(List.of("-noautorotate"));
    arguments.addAll(List.of("-max_pixels", Long.toString(ProbedMedia.MAX_PIXELS)));
    arguments.addAll(List.of("-threads", "1"));
    if (media.format().kind() == MediaFormat.Kind.PHOTO) {
      arguments.add("-nofind_stream_info"); // which would decode the picture once more
      arguments.add("-xerror"); // a damaged photo is refused, not half shown
    }
    if (media.format().kind() == MediaFormat.Kind.PHOTO && media.format() != MediaFormat.TIFF) {
      arguments.addAll(List.of("-err_detect", "explode")); // of a TIFF, any tag unknown is an error
    }
    if (media.format() == MediaFormat.JPEG || media.format().isRaw()) {
      arguments.addAll(List.of("-lowres", Integer.toString(lowres(picture.upright(), size))));
    }
    arguments.addAll(MediaCommand.input(file, media));
    return new ImageInput(arguments, filter(picture, size), size);
  }

  /** FFmpeg reads no moving WebP, and would call it damaged. */
  private static void requireReadable(MediaFormat format, ProbedMedia.Picture picture) {
    if (format == MediaFormat.WEBP && picture.moves()) {
      throw new MediaFailure(MediaFailure.Reason.UNSUPPORTED, "A moving WebP");
    }
  }

  /**
   * Halvings that the JPEG decoder itself does, for less than the work of decoding all; ends no
   * smaller than wanted.
   */
  private static int lowres(Size source, Size wanted) {
    int halvings = 0;
    while (halvings < LARGEST_LOWRES
        && source.width() >> (halvings + 1) >= wanted.width()
        && source.height() >> (halvings + 1) >= wanted.height()) {
      halvings++;
    }
    return halvings;
  }

  /** Scales first: turning and converting then cost little. */
  private static String filter(ProbedMedia.Picture picture, Size size) {
    var scaled = picture.orientation().upright(size);
    var steps = new ArrayList<String>();
    if (!picture.tiles().isEmpty()) {
      steps.add(mosaic(picture.tiles()));
      steps.add("crop=%d:%d:0:0".formatted(picture.stored().width(), picture.stored().height()));
    }
    steps.add(
        "sidedata=mode=delete"); // or EXIF, profile and orientation would travel on to the encoder
    var sharpness = picture.moves() ? "bicubic" : "lanczos";
    steps.add("scale=%d:%d:flags=%s".formatted(scaled.width(), scaled.height(), sharpness));
    steps.add("setsar=1");
    steps.addAll(colourSteps(picture.colours()));
    steps.addAll(picture.orientation().filters());
    return inputs(picture) + String.join(",", steps);
  }

  private static String inputs(ProbedMedia.Picture picture) {
    return picture.tiles().isEmpty()
        ? "[0:%d]".formatted(picture.stream())
        : picture.tiles().stream()
            .map(tile -> "[0:%d]".formatted(tile.stream()))
            .collect(Collectors.joining());
  }

  private static String mosaic(List<ProbedMedia.Tile> tiles) {
    if (tiles.size() == 1) {
      return "null";
    }
    return tiles.stream()
        .map(tile -> "%d_%d".formatted(tile.x(), tile.y()))
        .collect(Collectors.joining("|", "xstack=inputs=%d:layout=".formatted(tiles.size()), ""));
  }

  private static List<String> colourSteps(ColourSpace colours) {
    return switch (colours) {
      case SRGB -> List.of();
      case DISPLAY_P3 ->
          List.of(
              "format=gbrp",
              "setparams=color_primaries=smpte432:color_trc=iec61966-2-1:colorspace=gbr:range=pc",
              "zscale=primaries=bt709:transfer=iec61966-2-1:matrix=gbr:range=full",
              "format=gbrp");
      case HDR ->
          List.of(
              "zscale=transfer=linear:npl=203",
              "format=gbrpf32le",
              "zscale=primaries=bt709",
              "tonemap=tonemap=mobius:desat=0",
              "zscale=transfer=iec61966-2-1:matrix=gbr:range=full",
              "format=gbrp");
      case ADOBE_RGB ->
          List.of(
              "format=gbrp16le",
              "lutrgb=" + everyChannel("pow(val/maxval,2.19921875)*maxval"),
              "colorchannelmixer=rr=1.3983:rg=-0.3983:bg=-0.0429:bb=1.0429",
              "lutrgb="
                  + everyChannel(
                      "if(lte(val/maxval,0.0031308),12.92*val,(1.055*pow(val/maxval,1/2.4)-0.055)*maxval)"),
              "format=gbrp");
    };
  }

  private static String everyChannel(String expression) {
    return "r='%1$s':g='%1$s':b='%1$s'".formatted(expression);
  }
}
