package io.albumen.local.postgres;

import static java.lang.System.Logger.Level.WARNING;

import io.albumen.local.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The server process. A shell stands between it and us and waits on our pipe: when that closes, be
 * it because we say so or because we were killed, it shuts the server down. A server that dies by
 * itself is started again.
 */
final class PostgresServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(PostgresServer.class.getName());
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final long POLL_MILLIS = 25;
  private static final long RESTART_MILLIS = 500;

  /**
   * Ends with the server. The one that waits on the pipe reads it by another number, as it must.
   */
  private static final String GUARD =
      """
      trap '' INT TERM HUP
      exec 3<&0
      setsid "$@" </dev/null 3<&- &
      server=$!
      (read -r _ <&3; kill -INT $server) 2>/dev/null &
      wait $server
      kill -KILL $! 2>/dev/null
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
          Map.entry("log_min_messages", "warning"));

  /** Benchmarks set it, which want the rest of PostgreSQL's settings as they come. */
  private static final String AS_IT_COMES = "ALBUMEN_POSTGRES_DEFAULTS";

  private static final Map<String, String> ALWAYS =
      Map.of("timezone", "UTC", "unix_socket_directories", "");

  private final PostgresBinaries binaries;
  private final PostgresCluster cluster;
  private final Path directory;
  private final String bind;
  private final int port;
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable Process guard;

  PostgresServer(PostgresBinaries binaries, PostgresCluster cluster, String bind, int port) {
    this.binaries = binaries;
    this.cluster = cluster;
    this.directory = cluster.directory();
    this.bind = bind;
    this.port = port;
  }

  /** Returns when connections are accepted. */
  void start() {
    var log = directory.resolveSibling("server.log");
    try {
      var process = launch(log);
      awaitReady(process, log);
      var _ = process.onExit().thenAcceptAsync(this::restart, PostgresServer::inBackground);
    } catch (IOException e) {
      throw new StartFailure("PostgreSQL did not start: %s.".formatted(e.getMessage()), e);
    }
  }

  private synchronized Process launch(Path log) throws IOException {
    if (closed.getCount() == 0) {
      throw new IOException("it is to stop");
    }
    cluster.endLeftovers();
    Files.deleteIfExists(directory.resolve("postmaster.pid"));
    var command = new ArrayList<>(List.of("/bin/sh", "-c", GUARD, "postgres-guard"));
    command.addAll(binaries.command("postgres", arguments()));
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    guard = process;
    return process;
  }

  private static void inBackground(Runnable work) {
    Thread.ofPlatform().daemon().name("postgres-watch").start(work);
  }

  /** Until it runs again, or is to stop. */
  private void restart(Process died) {
    try {
      while (!isUp() && !closed.await(RESTART_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.log(WARNING, "the database will be started once more");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Unless it was to stop. */
  private boolean isUp() {
    if (closed.getCount() == 0) {
      return true;
    }
    LOG.log(WARNING, "the database died and is started again");
    try {
      start();
      return true;
    } catch (StartFailure failure) {
      LOG.log(WARNING, failure.getMessage());
      return false;
    }
  }

  private List<String> arguments() {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("-D", directory.toString(), "-p", Integer.toString(port)));
    arguments.addAll(List.of("-c", "listen_addresses=" + bind));
    if (System.getenv(AS_IT_COMES) == null) {
      SETTINGS.forEach((name, value) -> set(arguments, name, value));
    }
    ALWAYS.forEach((name, value) -> set(arguments, name, value));
    return arguments;
  }

  private static void set(List<String> arguments, String name, String value) {
    arguments.addAll(List.of("-c", name + "=" + value));
  }

  /** The server itself says so, on the last line of its pid file. */
  private void awaitReady(Process process, Path log) throws IOException {
    var deadline = System.nanoTime() + START.toNanos();
    while (!isReady()) {
      if (System.nanoTime() > deadline) {
        throw new IOException("it was not ready in time; its log is " + log);
      }
      pause(process, log);
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

  private static void pause(Process process, Path log) throws IOException {
    try {
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IOException(Files.readString(log).strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private synchronized @Nullable Process last() {
    closed.countDown();
    return guard;
  }

  @Override
  public void close() {
    var process = last();
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
