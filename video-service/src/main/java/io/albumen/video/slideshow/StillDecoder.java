package io.albumen.video.slideshow;

import io.albumen.media.ImageInput;
import io.albumen.media.MediaCommand;
import io.albumen.media.MediaFailure;
import io.albumen.media.MediaFormat;
import io.albumen.media.MediaProcess;
import io.albumen.media.Size;
import io.albumen.media.probe.MediaProbe;
import io.albumen.media.probe.Still;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes a photo once, straight to a frame of the film: upright, in BT.709, whole, and where its
 * shape is not the film's, on a dark blur of itself.
 */
public final class StillDecoder {
  /** A bar narrower than this part of the film looks like a mistake; the photo is cropped then. */
  private static final double LEAST_BAR = 0.02;

  /** The blur is made this many times smaller, which costs nothing and blurs by itself. */
  private static final int BLUR_SHRINK = 16;

  private static final String TO_FILM = "out_color_matrix=bt709:out_range=tv";

  private final MediaProcess process;
  private final MediaProbe probe;

  public StillDecoder(MediaProcess process) {
    this.process = process;
    this.probe = new MediaProbe(process);
  }

  /**
   * Of what moves, the first picture.
   *
   * @param frame filled with exactly one frame
   * @param workDir for this call alone, while it runs
   * @throws MediaFailure if the photo can't be decoded
   */
  public void decode(Path photo, MediaFormat format, Canvas canvas, byte[] frame, Path workDir)
      throws IOException {
    var still = Still.of(photo, probe.probe(photo, format), probe, workDir);
    var image = ImageInput.fitting(still.file(), still.media(), canvas.width(), canvas.height());
    var arguments = new ArrayList<>(image.arguments());
    arguments.addAll(List.of("-filter_complex", image.filter() + "," + onto(canvas, image.size())));
    arguments.addAll(List.of("-map", "[v]", "-frames:v", "1"));
    arguments.addAll(List.of("-f", "rawvideo", "-pix_fmt", "yuv420p", "pipe:1"));
    var command =
        new MediaCommand(MediaCommand.Tool.FFMPEG, arguments, workDir, MediaCommand.Limits.STILL);
    try (var running = process.start(command)) {
      running.stdin().close();
      var read = running.stdout().readNBytes(frame, 0, frame.length);
      running.await();
      if (read != frame.length) {
        throw new MediaFailure(MediaFailure.Reason.CORRUPT, "Gave only part of a picture");
      }
    }
  }

  private static String onto(Canvas canvas, Size size) {
    var scale =
        Math.min((double) canvas.width() / size.width(), (double) canvas.height() / size.height());
    var width = even(size.width() * scale, canvas.width());
    var height = even(size.height() * scale, canvas.height());
    if (width == canvas.width() && height == canvas.height()) {
      return "scale=%d:%d:%s,setsar=1,format=yuv420p[v]".formatted(width, height, TO_FILM);
    }
    if (width > canvas.width() * (1 - LEAST_BAR) && height > canvas.height() * (1 - LEAST_BAR)) {
      return "scale=%1$d:%2$d:force_original_aspect_ratio=increase:%3$s,crop=%1$d:%2$d,setsar=1,format=yuv420p[v]"
          .formatted(canvas.width(), canvas.height(), TO_FILM);
    }
    return String.join(
        ";",
        "scale=%d:%d:%s,setsar=1,format=yuva420p,split[behind][photo]"
            .formatted(width, height, TO_FILM),
        "[behind]format=yuv420p,scale=%1$d:%2$d:force_original_aspect_ratio=increase:flags=area,crop=%1$d:%2$d,gblur=sigma=5,scale=%3$d:%4$d:flags=bilinear,lutyuv=y=16+(val-16)*0.6,setsar=1[blur]"
            .formatted(
                canvas.width() / BLUR_SHRINK,
                canvas.height() / BLUR_SHRINK,
                canvas.width(),
                canvas.height()),
        "[blur][photo]overlay=(W-w)/2:(H-h)/2:format=yuv420,format=yuv420p[v]");
  }

  private static int even(double side, int max) {
    return Math.min(max, Math.max(2, 2 * (int) Math.round(side / 2)));
  }
}
