package io.albumen.media.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledFfmpegTest {
  @TempDir Path cache;

  /** Lets another JVM unpack. */
  public static final class Unpack {
    private Unpack() {}

    public static void main(String[] arguments) {
      System.out.print(BundledFfmpeg.unpack(Path.of(arguments[0])));
    }
  }

  @Test
  void processesThatUnpackAtOnceShareOneWholeFolder() throws IOException, InterruptedException {
    var processes = new ArrayList<Process>();
    for (int i = 0; i < 3; i++) {
      processes.add(unpackElsewhere());
    }

    for (var process : processes) {
      assertThat(process.waitFor()).isZero();
    }

    assertThat(folders(cache)).hasSize(1);
    assertThat(BundledFfmpeg.unpack(cache).resolve("ffmpeg")).isExecutable();
  }

  @Test
  void anIncompleteFolderIsMadeAnew() throws IOException {
    var home = BundledFfmpeg.unpack(cache);
    Files.writeString(home.resolve("ffprobe"), "cut short");

    BundledFfmpeg.unpack(cache);

    assertThat(Files.size(home.resolve("ffprobe"))).isGreaterThan(100_000);
    assertThat(folders(cache)).containsExactly(home);
  }

  @Test
  void aWholeFolderIsLeftAlone() throws IOException {
    var before = Files.getLastModifiedTime(BundledFfmpeg.unpack(cache).resolve("ffmpeg"));

    var after = Files.getLastModifiedTime(BundledFfmpeg.unpack(cache).resolve("ffmpeg"));

    assertThat(after).isEqualTo(before);
  }

  private Process unpackElsewhere() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Unpack.class.getName(),
            cache.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).toList();
    }
  }
}
