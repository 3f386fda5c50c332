package io.albumen.photo.processing.engine;

import io.albumen.media.ImageInput;
import io.albumen.media.MediaCommand;
import io.albumen.media.MediaFailure;
import io.albumen.media.MediaProcess;
import io.albumen.media.ProbedMedia;
import io.albumen.media.Size;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the still renditions of a photo or of a video: a large JPEG, a small WebP and the
 * thumbhash, all from one decoding in one process. None is larger than the original, and none
 * carries anything but pixels.
 */
final class PictureRenditions {
  private static final int LARGE_SIDE = 1440;
  private static final int SMALL_SIDE = 250;

  /** In one step from what was decoded: reducing colours first and enlarging them again blurs. */
  private static final String JPEG_PIXELS =
      "format=pix_fmts=yuvj444p:color_spaces=bt470bg:color_ranges=pc";

  private static final String WEBP_PIXELS =
      "scale=out_color_matrix=bt601:out_range=tv,format=yuv420p";

  /**
   * On several threads a photo takes more processor time and more memory; cores are for photos side
   * by side.
   */
  private static final List<String> ONE_THREAD_OF_FILTERS =
      List.of("-filter_threads", "1", "-filter_complex_threads", "1");

  /** Lays what is see-through on white; ends in opaque pixels, and a comma. */
  static final String ON_PAPER =
      "format=rgba,split[ink][sheet];[sheet]drawbox=c=white@1:t=fill:replace=1[paper];"
          + "[paper][ink]overlay=format=gbrp,";

  /** What no rendition takes over, and how it says nothing of its maker. */
  private static final List<String> PIXELS_ONLY =
      List.of(
          "-map_metadata",
          "-1",
          "-map_chapters",
          "-1",
          "-fflags",
          "+bitexact",
          "-flags:v",
          "+bitexact");

  private final MediaProcess process;

  PictureRenditions(MediaProcess process) {
    this.process = process;
  }

  /** The two files and the hash. */
  record Made(String thumbhash, List<RenditionFile> files) {}

  Made ofPhoto(Path original, ProbedMedia media, Path workDir) {
    return make(original, media, List.of(), "preview.jpg", workDir);
  }

  /** Of the picture that a sound brings along; one that can't be read is no reason to refuse it. */
  Optional<Made> ofCover(Path original, ProbedMedia sound, Path workDir) {
    try {
      return sound.ofCover().map(cover -> make(original, cover, List.of(), "cover.jpg", workDir));
    } catch (MediaFailure e) {
      if (e.reason().isPermanent()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** The poster shows a moment shortly after the beginning, which is often black. */
  Made ofVideo(Path original, ProbedMedia media, Path workDir) {
    var start = media.duration().map(PictureRenditions::posterTime).orElse(Duration.ZERO);
    if (start.isPositive()) {
      try {
        var seek = List.of("-ss", "%d.%03d".formatted(start.toSeconds(), start.toMillisPart()));
        return make(original, media, seek, "poster.jpg", workDir);
      } catch (MediaFailure e) {
        if (e.reason() != MediaFailure.Reason.CORRUPT) {
          throw e;
        }
        // a header that promises more than there is: its first picture may still be good
      }
    }
    return make(original, media, List.of(), "poster.jpg", workDir);
  }

  private static Duration posterTime(Duration whole) {
    var tenth = whole.dividedBy(10);
    return tenth.compareTo(Duration.ofSeconds(1)) < 0 ? tenth : Duration.ofSeconds(1);
  }

  private Made make(
      Path original, ProbedMedia media, List<String> seek, String largeName, Path workDir) {
    var picture = media.picture().orElseThrow();
    var large = ImageInput.fitting(original, media, LARGE_SIDE, LARGE_SIDE);
    var small = picture.upright().within(SMALL_SIDE, SMALL_SIDE);
    var tiny = picture.upright().within(Thumbhash.MAX_SIDE, Thumbhash.MAX_SIDE);

    var arguments = new ArrayList<>(ONE_THREAD_OF_FILTERS);
    arguments.addAll(seek);
    arguments.addAll(large.arguments());
    arguments.addAll(
        List.of("-filter_complex", filter(large, small, tiny, picture.mayBeTransparent())));
    arguments.addAll(output("[large]", StillEncoders.jpeg(picture.colours(), largeName)));
    arguments.addAll(output("[small]", StillEncoders.webp(picture.colours(), "thumbnail.webp")));
    arguments.addAll(output("[tiny]", List.of("-f", "rawvideo", "pipe:1")));
    var pixels =
        process
            .run(
                new MediaCommand(
                    MediaCommand.Tool.FFMPEG, arguments, workDir, MediaCommand.Limits.STILL))
            .stdout();
    requireWhole(pixels, tiny);
    return new Made(
        Thumbhash.of(tiny.width(), tiny.height(), pixels),
        List.of(
            file(workDir, largeName, "image/jpeg", large.size()),
            file(workDir, "thumbnail.webp", "image/webp", small)));
  }

  /** Transparency stays in the WebP; a JPEG cannot have it and gets white paper. */
  private static String filter(ImageInput large, Size small, Size tiny, boolean transparent) {
    var both =
        transparent
            ? "split[a][b];[a]%s%s[large];[b]".formatted(ON_PAPER, JPEG_PIXELS)
            : JPEG_PIXELS + ",split[large][b];[b]";
    var smallFormat = transparent ? "format=bgra" : WEBP_PIXELS;
    return "%s,%s%s,split[c][d];[c]%s[small];[d]%s,format=rgba[tiny]"
        .formatted(large.filter(), both, scale(small), smallFormat, scale(tiny));
  }

  private static String scale(Size size) {
    return "scale=%d:%d:flags=bicubic".formatted(size.width(), size.height());
  }

  private static List<String> output(String label, List<String> options) {
    var arguments = new ArrayList<>(List.of("-map", label, "-frames:v", "1", "-threads", "1"));
    arguments.addAll(PIXELS_ONLY);
    arguments.addAll(options);
    return arguments;
  }

  /** A tool that finds no picture to decode may end without complaint. */
  private static void requireWhole(byte[] pixels, Size size) {
    if (pixels.length != size.pixels() * 4) {
      throw new MediaFailure(MediaFailure.Reason.CORRUPT, "No picture came out of it");
    }
  }

  private static RenditionFile file(Path workDir, String name, String contentType, Size size) {
    return new RenditionFile(name, workDir.resolve(name), contentType, size.width(), size.height());
  }
}
