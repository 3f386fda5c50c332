package io.albumen.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.albumen.media.MediaFailure.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs FFmpeg confined: no shell, no environment but its library path and a setting of its
 * allocator (so no credentials), limits of the kernel on memory, CPU, file size and core dumps, and
 * an end by force when its time is up.
 */
public final class MediaProcess {
  private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

  /**
   * Pictures are megabytes that come and go: memory once had from the kernel is kept for the next
   * one, shared by all threads, and in large pages where the kernel has them. It saves a seventh of
   * a photo's processor time, which the kernel spent on handing out cleared pages. Another C
   * library than glibc does not heed it.
   */
  private static final String ALLOCATOR =
      "glibc.malloc.arena_max=1:glibc.malloc.mmap_threshold=33554432"
          + ":glibc.malloc.trim_threshold=268435456:glibc.malloc.hugetlb=1";

  private static final int MAX_OUTPUT = 64 * 1024 * 1024;
  private static final int MAX_MESSAGES = 16 * 1024;

  private final Ffmpeg ffmpeg;

  /**
   * Fails at once on a machine without {@code prlimit} (util-linux), since nothing would run
   * confined there.
   */
  public MediaProcess(Ffmpeg ffmpeg) {
    if (!Files.isExecutable(PRLIMIT)) {
      throw new IllegalStateException(PRLIMIT + " is missing: install util-linux");
    }
    this.ffmpeg = ffmpeg;
  }

  /**
   * What a tool left when it ended well.
   *
   * @param stdout at most 64 MiB; more is a failure
   * @param complaints what it said on standard error; quotes the media, so for logs only
   */
  public record Output(byte[] stdout, String complaints) {}

  /**
   * Runs to the end.
   *
   * @throws MediaFailure when it fails, is stopped by a limit, or the calling thread is interrupted
   */
  public Output run(MediaCommand command) {
    try (var running = start(command)) {
      running.stdin().close();
      var output = running.stdout().readNBytes(MAX_OUTPUT);
      if (output.length == MAX_OUTPUT) {
        throw new MediaFailure(Reason.TOO_LARGE, "More output than anything asks for");
      }
      running.await();
      return new Output(output, running.complaints());
    } catch (IOException e) {
      throw new MediaFailure(Reason.ENGINE, "Lost the tool's streams", e);
    }
  }

  /**
   * Starts a tool whose standard streams the caller feeds or reads; closing kills it if it still
   * runs.
   */
  public Running start(MediaCommand command) {
    var builder = new ProcessBuilder(commandLine(command)).directory(command.directory().toFile());
    builder.environment().clear();
    builder.environment().put("LD_LIBRARY_PATH", ffmpeg.home().toString());
    builder.environment().put("GLIBC_TUNABLES", ALLOCATOR);
    try {
      return new Running(builder.start(), command.limits());
    } catch (IOException e) {
      throw new MediaFailure(Reason.ENGINE, "Cannot start " + command.tool(), e);
    }
  }

  private List<String> commandLine(MediaCommand command) {
    var limits = command.limits();
    long seconds = Math.max(1, limits.cpu().toSeconds());
    var line = new ArrayList<String>();
    line.add(PRLIMIT.toString());
    line.add("--as=" + limits.memory());
    line.add("--cpu=" + seconds); // hard and soft alike, for FFmpeg takes the soft one as a hint
    line.add("--fsize=" + limits.fileSize());
    line.add("--core=0");
    line.add("--nofile=256");
    line.add("--");
    switch (command.tool()) {
      case FFMPEG ->
          line.addAll(List.of(ffmpeg.ffmpeg().toString(), "-v", "error", "-nostdin", "-y"));
      case FFPROBE -> line.addAll(List.of(ffmpeg.ffprobe().toString(), "-v", "error"));
    }
    line.addAll(command.arguments());
    return line;
  }

  /** A tool at work. Not for sharing between threads, but one may feed it while another reads. */
  public static final class Running implements AutoCloseable {
    private final Process process;
    private final MediaCommand.Limits limits;
    private final long startedAt = System.nanoTime();
    private final Messages messages;
    private final Thread watchdog;
    private volatile boolean late;

    private Running(Process process, MediaCommand.Limits limits) {
      this.process = process;
      this.limits = limits;
      this.messages = new Messages(process.getErrorStream());
      this.watchdog =
          Thread.ofVirtual().name("media-watchdog").start(() -> watch(limits.wallClock()));
    }

    private void watch(Duration wallClock) {
      try {
        if (!process.waitFor(wallClock.toMillis(), TimeUnit.MILLISECONDS)) {
          late = true;
          kill();
        }
      } catch (InterruptedException e) {
        // closed before its time: nothing is left to watch
      }
    }

    /** What the tool reads; close it to say that all is sent. */
    public OutputStream stdin() {
      return process.getOutputStream();
    }

    /** What the tool writes; it stalls while nobody reads. */
    public InputStream stdout() {
      return process.getInputStream();
    }

    /** Waits for the end. Read standard output to its end first. */
    public void await() {
      try {
        int status = process.waitFor();
        var text = messages.text();
        reasonOf(status, text)
            .ifPresent(
                reason -> {
                  throw new MediaFailure(
                      reason, "Status %d: %s".formatted(status, onOneLine(text)));
                });
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new MediaFailure(Reason.ENGINE, "Interrupted", e);
      }
    }

    /** It quotes the media, which might begin lines of a log, or steer a terminal. */
    private static String onOneLine(String text) {
      return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    }

    private Optional<Reason> reasonOf(int status, String text) {
      if (late || status == ExitReason.SIGKILL && mayHaveSpentItsCpu()) {
        return Optional.of(Reason.TIMEOUT);
      }
      return status == 0 ? ExitReason.hiddenIn(text) : Optional.of(ExitReason.of(status, text));
    }

    /** The kernel kills for a spent limit as an operator does; only the time tells them apart. */
    private boolean mayHaveSpentItsCpu() {
      long elapsed = System.nanoTime() - startedAt;
      return elapsed * Runtime.getRuntime().availableProcessors() >= limits.cpu().toNanos();
    }

    /** What the tool has complained about so far; quotes the media, so for logs only. */
    public String complaints() {
      return messages.soFar();
    }

    /**
     * By the handle, which leaves the streams open: whoever reads them sees their end, no error.
     */
    private void kill() {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.toHandle().destroyForcibly();
    }

    @Override
    public void close() {
      kill();
      watchdog.interrupt();
    }
  }

  /** Drains standard error so that the tool never stalls on it, and keeps the beginning. */
  private static final class Messages {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Thread reader;

    Messages(InputStream stream) {
      reader = Thread.ofVirtual().name("media-messages").start(() -> drain(stream));
    }

    private void drain(InputStream stream) {
      var buffer = new byte[4096];
      try (stream) {
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
          keep(buffer, read);
        }
      } catch (IOException e) {
        // the process was killed, its pipe with it
      }
    }

    private synchronized void keep(byte[] buffer, int length) {
      kept.write(buffer, 0, Math.min(length, MAX_MESSAGES - kept.size()));
    }

    synchronized String soFar() {
      return kept.toString(UTF_8);
    }

    String text() throws InterruptedException {
      reader.join(Duration.ofSeconds(5));
      return soFar();
    }
  }
}
