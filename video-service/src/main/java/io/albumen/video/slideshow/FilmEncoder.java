package io.albumen.video.slideshow;

import io.albumen.media.MediaCommand;
import io.albumen.media.MediaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** H.264 at a constant frame rate, which every browser plays, out of frames that differ. */
final class FilmEncoder implements AutoCloseable {
  static final String FILE = "silent.mp4";
  static final int FRAMES_PER_SECOND = 30;

  /**
   * What the encoder may spend, per second and pixel. Stills need next to nothing, so this sets the
   * quality of fades and of the first frame after them; films end up at an eighth of it.
   */
  private static final int BITS_PER_PIXEL = 8;

  /** No frame gets coarser than this, whatever the rate. */
  private static final int COARSEST = 30;

  private final MediaProcess.Running running;

  private FilmEncoder(MediaProcess.Running running) {
    this.running = running;
  }

  /** Writes {@value #FILE} into the work folder. */
  static FilmEncoder start(
      MediaProcess process, Canvas canvas, FrameSchedule schedule, Path workDir) {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("-f", "rawvideo", "-pix_fmt", "yuv420p"));
    arguments.addAll(List.of("-video_size", canvas.size(), "-framerate", "30", "-i", "pipe:0"));
    arguments.addAll(
        List.of(
            "-vf",
            "settb=1/30,setpts='%s',fps=30,setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709"
                .formatted(schedule.timestamps())));
    arguments.addAll(List.of("-fps_mode", "cfr", "-r", "30"));
    arguments.addAll(List.of("-c:v", "libopenh264", "-profile:v", "high", "-coder", "cabac"));
    arguments.addAll(List.of("-rc_mode", "quality", "-b:v", Long.toString(bitRate(canvas))));
    arguments.addAll(List.of("-qmax", Integer.toString(COARSEST)));
    arguments.addAll(List.of("-g", Integer.toString(schedule.framesPerPhoto())));
    arguments.addAll(List.of("-threads", "2", "-slices", "2"));
    arguments.addAll(List.of("-movflags", "+faststart", "-f", "mp4", FILE));
    var command =
        new MediaCommand(MediaCommand.Tool.FFMPEG, arguments, workDir, MediaCommand.Limits.MOVING);
    return new FilmEncoder(process.start(command));
  }

  void send(byte[] frame) throws IOException {
    try {
      running.stdin().write(frame);
    } catch (IOException e) {
      running.await(); // a broken pipe says nothing, the encoder's own end does
      throw e;
    }
  }

  /** Says that all is sent and waits for the film. */
  void finish() throws IOException {
    running.stdin().close();
    running.await();
  }

  /** Kills the encoder if it still runs; another thread may do so. */
  @Override
  public void close() {
    running.close();
  }

  private static long bitRate(Canvas canvas) {
    return (long) BITS_PER_PIXEL * canvas.width() * canvas.height();
  }
}
