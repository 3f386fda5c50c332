package io.albumen.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The embedded stack as a child process, ephemeral and on random ports. */
final class ChildStack {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final List<String> FLAGS =
      List.of(
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final Properties settings;

  private ChildStack(Properties settings) {
    this.settings = settings;
  }

  /**
   * Returns when the stack is ready.
   *
   * @param parts comma list; empty for all
   */
  static ChildStack start(String parts) {
    try {
      var folder = Files.createTempDirectory("local-aws");
      var log = folder.resolve("log");
      var ready = folder.resolve("ready.properties");
      var process =
          new ProcessBuilder(command(parts, ready))
              .directory(home().toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, folder)));
      return new ChildStack(await(process, ready, log));
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded stack did not start", e);
    }
  }

  private static List<String> command(String parts, Path ready) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(List.of("-cp", "lib/*", "io.albumen.local.LocalAws"));
    command.addAll(List.of("--ephemeral", "--random-ports", "--ready-file", ready.toString()));
    command.addAll(List.of("--exit-with-parent", Long.toString(ProcessHandle.current().pid())));
    if (!parts.isEmpty()) {
      command.addAll(List.of("--parts", parts));
    }
    return command;
  }

  /** Where the build has laid the stack out: in the nearest repository above the test. */
  private static Path home() {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      var home = at.resolve("local-aws/target/local-aws");
      if (Files.isDirectory(home.resolve("lib"))) {
        return home;
      }
    }
    throw new IllegalStateException(
        "local-aws is not built: run mvn -DskipTests package -pl local-aws -am");
  }

  private static Properties await(Process process, Path ready, Path log) throws IOException {
    var deadline = Instant.now().plus(PATIENCE);
    while (!Files.exists(ready)) {
      if (hasEnded(process) || Instant.now().isAfter(deadline)) {
        process.destroyForcibly();
        throw new IOException("the embedded stack says: " + Files.readString(log));
      }
    }
    var settings = new Properties();
    try (var in = Files.newBufferedReader(ready)) {
      settings.load(in);
    }
    return settings;
  }

  private static boolean hasEnded(Process process) {
    try {
      return process.waitFor(100, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static void stop(Process process, Path folder) {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      Files.deleteIfExists(folder.resolve("ready.properties"));
      Files.deleteIfExists(folder.resolve("log"));
      Files.deleteIfExists(folder);
    } catch (InterruptedException e) {
      process.destroyForcibly();
    } catch (IOException e) {
      // left in the temporary folder, which the system cleans
    }
  }

  Properties settings() {
    return settings;
  }
}
