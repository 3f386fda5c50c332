package io.albumen.photo.processing.engine;

import io.albumen.media.MediaSniffer;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Runs the engine on each file some times, as the worker does, and prints a line for each: file,
 * runs, processor seconds a run, seconds a run, the largest resident child in MB, this
 * process's own in MB. Arguments: folder of the results, runs before that count for nothing, runs,
 * files.
 */
final class EngineBench {
  private static final int SELF = 0;
  private static final int CHILDREN = -1;
  private static final MethodHandle GETRUSAGE =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().find("getrusage").orElseThrow(),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));

  private static final Pattern HIGH_WATER = Pattern.compile("VmHWM:\\s+(\\d+)");

  private EngineBench() {}

  private record Defaults() implements EngineConfig {
    @Override
    public Optional<Path> ffmpegDir() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> cacheDir() {
      return Optional.empty();
    }
  }

  /** {@code struct rusage}: user and system time, then the largest resident set in KiB. */
  private record Usage(double seconds, double megabytes) {
    static Usage of(int who) {
      try (var arena = Arena.ofConfined()) {
        MemorySegment usage = arena.allocate(144);
        int failed = (int) GETRUSAGE.invokeExact(who, usage);
        if (failed != 0) {
          throw new IllegalStateException("getrusage failed");
        }
        long[] times = usage.asSlice(0, 32).toArray(ValueLayout.JAVA_LONG);
        return new Usage(
            times[0] + times[2] + (times[1] + times[3]) / 1e6,
            usage.get(ValueLayout.JAVA_LONG, 32) / 1024.0);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static double seconds() {
    return Usage.of(SELF).seconds() + Usage.of(CHILDREN).seconds();
  }

  public static void main(String[] args) throws IOException {
    var results = Path.of(args[0]);
    int warmRuns = Integer.parseInt(args[1]);
    int runs = Integer.parseInt(args[2]);
    var engine = new MediaEngine(new Defaults());
    for (int i = 3; i < args.length; i++) {
      var file = Path.of(args[i]);
      for (int run = 0; run < warmRuns; run++) {
        run(engine, file, results);
      }
      var cpu = seconds();
      var wall = System.nanoTime();
      for (int run = 0; run < runs; run++) {
        run(engine, file, results);
      }
      System.out.printf(
          "%s\t%d\t%.4f\t%.4f\t%.1f\t%.1f%n",
          file.getFileName(),
          runs,
          (seconds() - cpu) / runs,
          (System.nanoTime() - wall) / 1e9 / runs,
          largestChild(engine, file, results),
          Usage.of(SELF).megabytes());
    }
  }

  /**
   * Watched in a run of its own: what the kernel says of ended children counts in this process too,
   * whose memory they share until they become FFmpeg.
   */
  private static double largestChild(MediaEngine engine, Path file, Path results)
      throws IOException {
    var largest = new AtomicLong();
    var watcher =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  while (!Thread.currentThread().isInterrupted()) {
                    ProcessHandle.current()
                        .descendants()
                        .forEach(child -> largest.accumulateAndGet(resident(child), Math::max));
                  }
                });
    for (int run = 0; run < 3; run++) {
      run(engine, file, results);
    }
    watcher.interrupt();
    return largest.get() / 1024.0;
  }

  /** The largest so far, in KiB; 0 of what is no FFmpeg, or gone. */
  private static long resident(ProcessHandle child) {
    try {
      var status = Files.readString(Path.of("/proc/%d/status".formatted(child.pid())));
      var size = HIGH_WATER.matcher(status);
      return status.startsWith("Name:\tff") && size.find() ? Long.parseLong(size.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private static void run(MediaEngine engine, Path file, Path results) throws IOException {
    var work = Files.createTempDirectory("albumen-bench-");
    byte[] leading;
    try (var stream = Files.newInputStream(file)) {
      leading = stream.readNBytes(MediaSniffer.LEADING_BYTES);
    }
    var type = MediaSniffer.sniff(leading).orElseThrow().contentType();
    var made = engine.process(file, type, file.getFileName().toString(), work);
    for (var rendition : made.renditions()) {
      Files.move(
          rendition.file(),
          results.resolve(file.getFileName() + "." + rendition.name()),
          StandardCopyOption.REPLACE_EXISTING);
    }
    try (var left = Files.walk(work)) {
      left.sorted((a, b) -> b.compareTo(a)).forEach(path -> path.toFile().delete());
    }
  }
}
