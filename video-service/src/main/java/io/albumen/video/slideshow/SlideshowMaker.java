package io.albumen.video.slideshow;

import io.albumen.media.MediaCommand;
import io.albumen.media.MediaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Makes one film at a time. Holds four frames, however many photos there are. */
public final class SlideshowMaker {
  private static final String SCORED = "film.mp4";
  private static final String POSTER = "poster.jpg";
  private static final int FRAMES = 4;
  private static final double FADE_OUT_SECONDS = 2;
  private static final int POSTER_WIDTH = 1280;

  private final MediaProcess process;

  public SlideshowMaker(MediaProcess process) {
    this.process = process;
  }

  /**
   * What film to make.
   *
   * @param framesPerPhoto at 30 a second
   * @param crossfade half a second, or less where photos are shorter; otherwise a hard cut
   */
  public record Plan(
      Canvas canvas,
      int photos,
      int framesPerPhoto,
      boolean crossfade,
      @Nullable Soundtrack music) {

    FrameSchedule schedule() {
      var fade = crossfade ? Math.min(FrameSchedule.CROSSFADE, framesPerPhoto / 2) : 0;
      return new FrameSchedule(photos, framesPerPhoto, fade);
    }

    double seconds() {
      return (double) photos * framesPerPhoto / FilmEncoder.FRAMES_PER_SECOND;
    }
  }

  /** Both in the work folder. */
  public record Made(Path film, Path poster) {}

  /**
   * @param workDir holds nothing that may not be overwritten
   * @param progress hears percentages, rising
   */
  public Made make(Plan plan, PhotoFeed photos, Path workDir, IntConsumer progress, Abort abort)
      throws IOException, InterruptedException {
    play(plan, photos, workDir, progress, abort);
    var film = FilmEncoder.FILE;
    if (plan.music() != null) {
      score(plan, plan.music(), workDir, abort);
      film = SCORED;
    }
    poster(film, workDir, abort);
    return new Made(workDir.resolve(film), workDir.resolve(POSTER));
  }

  private void play(Plan plan, PhotoFeed photos, Path workDir, IntConsumer progress, Abort abort)
      throws IOException, InterruptedException {
    var schedule = plan.schedule();
    try (var encoder = FilmEncoder.start(process, plan.canvas(), schedule, workDir);
        var _ = abort.guard(encoder::close);
        var loader = new Loader(photos, plan)) {
      var show = new Show(schedule, encoder, loader, progress);
      show.run();
      encoder.finish();
    }
  }

  /** Decodes one photo ahead of the show. */
  private static final class Loader implements AutoCloseable {
    private final PhotoFeed photos;
    private final int count;
    private final ArrayDeque<byte[]> free = new ArrayDeque<>();
    private final ExecutorService thread =
        Executors.newSingleThreadExecutor(Thread.ofVirtual().name("photo-loader").factory());

    Loader(PhotoFeed photos, Plan plan) {
      this.photos = photos;
      this.count = plan.photos();
      for (int i = 0; i < FRAMES; i++) {
        free.add(new byte[plan.canvas().frameBytes()]);
      }
    }

    /** Beyond the last photo there is nothing to load. */
    @Nullable Future<byte[]> begin(int index) {
      if (index >= count) {
        return null;
      }
      var frame = take();
      return thread.submit(
          () -> {
            photos.load(index, frame);
            return frame;
          });
    }

    byte[] take() {
      return free.remove();
    }

    void giveBack(byte[] frame) {
      free.add(frame);
    }

    @Override
    public void close() {
      thread.shutdownNow();
      thread.close();
    }
  }

  private record Show(
      FrameSchedule schedule, FilmEncoder encoder, Loader loader, IntConsumer progress) {

    void run() throws IOException, InterruptedException {
      var mix = loader.take();
      var next = loader.begin(0);
      byte @Nullable [] current = null;
      for (int photo = 0; next != null; photo++) {
        var loaded = get(next);
        next = loader.begin(photo + 1);
        if (current != null) {
          fade(photo - 1, current, loaded, mix);
          loader.giveBack(current);
        }
        current = loaded;
        send(current, schedule.stillAt(photo));
      }
      if (current != null) {
        send(current, schedule.totalFrames() - 1);
      }
    }

    private void fade(int photo, byte[] from, byte[] to, byte[] mix) throws IOException {
      for (int step = 1; step <= schedule.fadeFrames(); step++) {
        Blend.mix(from, to, mix, schedule.weight(step));
        send(mix, schedule.mixAt(photo, step));
      }
    }

    private void send(byte[] frame, int at) throws IOException {
      encoder.send(frame);
      progress.accept(100 * at / schedule.totalFrames());
    }

    private static byte[] get(Future<byte[]> frame) throws IOException, InterruptedException {
      try {
        return frame.get();
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case IOException io -> throw io;
          case RuntimeException runtime -> throw runtime;
          case null, default -> throw new IllegalStateException(e);
        }
      }
    }
  }

  private void score(Plan plan, Soundtrack music, Path workDir, Abort abort) throws IOException {
    var fade = Math.min(FADE_OUT_SECONDS, plan.seconds());
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("-f", "mov", "-i", FilmEncoder.FILE, "-stream_loop", "-1"));
    arguments.addAll(MediaCommand.input(music.file(), music.format()));
    arguments.addAll(List.of("-map", "0:v:0", "-map", "1:a:0", "-map_metadata", "-1"));
    arguments.addAll(List.of("-c:v", "copy", "-c:a", "aac", "-b:a", "160k"));
    arguments.addAll(List.of("-ac", "2", "-ar", "48000"));
    // Repeated, some formats leave a gap of a few milliseconds; silence keeps the time.
    arguments.addAll(
        List.of(
            "-af",
            "aresample=async=1:first_pts=0,afade=t=out:st=%s:d=%s"
                .formatted(plan.seconds() - fade, fade)));
    arguments.addAll(List.of("-t", Double.toString(plan.seconds())));
    arguments.addAll(List.of("-movflags", "+faststart", "-f", "mp4", SCORED));
    run(arguments, workDir, abort);
  }

  private void poster(String film, Path workDir, Abort abort) throws IOException {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("-f", "mov", "-i", film, "-frames:v", "1"));
    arguments.addAll(
        List.of(
            "-vf",
            "scale=w='min(iw,%d)':h=-2:out_range=pc:out_color_matrix=bt601,format=yuvj420p"
                .formatted(POSTER_WIDTH)));
    arguments.addAll(List.of("-q:v", "3", "-map_metadata", "-1", "-update", "1"));
    arguments.addAll(List.of("-f", "image2", POSTER));
    run(arguments, workDir, abort);
  }

  private void run(List<String> arguments, Path workDir, Abort abort) throws IOException {
    var command =
        new MediaCommand(MediaCommand.Tool.FFMPEG, arguments, workDir, MediaCommand.Limits.MOVING);
    try (var running = process.start(command);
        var _ = abort.guard(running::close)) {
      running.stdin().close();
      running.await();
    }
  }
}
