package io.albumen.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The stack in a JVM of its own, to be killed. */
public final class ChildProcess implements AutoCloseable {
  private static final long DEADLINE_SECONDS = 120;
  private final Process process;
  private final Path ready;

  private ChildProcess(Process process, Path ready) {
    this.process = process;
    this.ready = ready;
  }

  public static ChildProcess launch(Path directory, String... arguments) throws IOException {
    var ready = directory.resolve("ready.properties");
    Files.deleteIfExists(ready);
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                LocalAws.class.getName(),
                "--random-ports",
                "--ready-file",
                ready.toString()));
    command.addAll(List.of(arguments));
    return new ChildProcess(new ProcessBuilder(command).redirectErrorStream(true).start(), ready);
  }

  public Properties awaitReady() throws IOException, InterruptedException {
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (!Files.exists(ready)) {
      if (process.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
        throw new IOException(output());
      }
    }
    var settings = new Properties();
    try (var in = Files.newBufferedReader(ready)) {
      settings.load(in);
    }
    return settings;
  }

  long pid() {
    return process.pid();
  }

  /** All it said; returns when it has ended. */
  String output() throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("still running");
    }
    return process.exitValue();
  }

  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
