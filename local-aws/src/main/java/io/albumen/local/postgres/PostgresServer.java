package io.albumen.local.postgres;

import io.albumen.local.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The server process. A shell stands between it and us and waits on our pipe: when that closes, be
 * it because we say so or because we were killed, it shuts the server down.
 */
final class PostgresServer implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final long POLL_MILLIS = 25;

  private static final String GUARD =
      """
      trap '' INT TERM HUP
      setsid "$@" </dev/null &
      read -r _
      kill -INT $!
      wait $!
      """;

  /** As small as a laptop wants it; connections enough for the services' pools. */
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("shared_buffers", "32MB"),
          Map.entry("max_connections", "60"),
          Map.entry("work_mem", "4MB"),
          Map.entry("maintenance_work_mem", "32MB"),
          Map.entry("max_wal_size", "256MB"),
          Map.entry("min_wal_size", "80MB"),
          Map.entry("wal_level", "minimal"),
          Map.entry("max_wal_senders", "0"),
          Map.entry("max_worker_processes", "2"),
          Map.entry("max_parallel_workers", "0"),
          Map.entry("max_parallel_workers_per_gather", "0"),
          Map.entry("autovacuum_max_workers", "1"),
          Map.entry("io_method", "sync"),
          Map.entry("jit", "off"),
          Map.entry("timezone", "UTC"),
          Map.entry("log_min_messages", "warning"),
          Map.entry("unix_socket_directories", ""));

  private final PostgresBinaries binaries;
  private final Path directory;
  private @Nullable Process guard;

  PostgresServer(PostgresBinaries binaries, Path directory) {
    this.binaries = binaries;
    this.directory = directory;
  }

  /** Returns when connections are accepted. */
  void start(String bind, int port) {
    var log = directory.resolveSibling("server.log");
    var command = new ArrayList<>(List.of("/bin/sh", "-c", GUARD, "postgres-guard"));
    command.addAll(binaries.command("postgres", arguments(bind, port)));
    try {
      Files.deleteIfExists(directory.resolve("postmaster.pid"));
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      guard = process;
      awaitReady(process, log);
    } catch (IOException e) {
      throw new StartFailure("PostgreSQL did not start: %s.".formatted(e.getMessage()), e);
    }
  }

  private List<String> arguments(String bind, int port) {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("-D", directory.toString(), "-p", Integer.toString(port)));
    arguments.addAll(List.of("-c", "listen_addresses=" + bind));
    SETTINGS.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
    return arguments;
  }

  /** The server itself says so, on the last line of its pid file. */
  private void awaitReady(Process process, Path log) throws IOException {
    var deadline = System.nanoTime() + START.toNanos();
    while (!isReady()) {
      if (process.toHandle().children().findAny().isEmpty() && hasFailed(log)) {
        throw new IOException(Files.readString(log).strip());
      }
      if (System.nanoTime() > deadline) {
        throw new IOException("it was not ready in time; its log is " + log);
      }
      pause(process);
    }
  }

  private boolean isReady() {
    try {
      var lines = Files.readAllLines(directory.resolve("postmaster.pid"));
      return lines.size() >= 8 && lines.get(7).strip().equals("ready");
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean hasFailed(Path log) throws IOException {
    return Files.exists(log) && Files.readString(log).contains("FATAL");
  }

  private static void pause(Process process) throws IOException {
    try {
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IOException("its guard ended");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    var process = guard;
    if (process == null) {
      return;
    }
    try {
      process.getOutputStream().close();
      if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new IllegalStateException("the pipe to the server did not close", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
