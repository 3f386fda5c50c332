package io.albumen.local.postgres;

import io.albumen.local.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The data directory of one server. */
final class PostgresCluster {
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final String SUPERUSER = "postgres";

  private final PostgresBinaries binaries;
  private final Path directory;

  PostgresCluster(PostgresBinaries binaries, Path directory) {
    this.binaries = binaries;
    this.directory = directory;
  }

  Path directory() {
    return directory;
  }

  /** A server that outlived the stack that started it would be in the way of the next. */
  void stopOrphan() {
    orphan().ifPresent(PostgresCluster::stop);
  }

  /**
   * What a server that was killed left running would write on beside the next one. They are known
   * by where they run, for they call themselves as they like.
   */
  void endLeftovers() {
    ProcessHandle.allProcesses().filter(this::runsHere).forEach(PostgresCluster::end);
  }

  private boolean runsHere(ProcessHandle process) {
    try {
      var place = Path.of("/proc", Long.toString(process.pid()), "cwd");
      return Files.readSymbolicLink(place).equals(directory.toAbsolutePath());
    } catch (IOException e) {
      return false; // gone, or another's
    }
  }

  private static void end(ProcessHandle process) {
    process.destroyForcibly();
    ended(process);
  }

  /** SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait until every client has gone. */
  private static void stop(ProcessHandle process) {
    try {
      run(List.of("/bin/sh", "-c", "kill -INT \"$0\"", Long.toString(process.pid())), "");
    } catch (IOException e) {
      return; // gone by itself
    }
    if (!ended(process)) {
      process.destroyForcibly();
      ended(process);
    }
  }

  /** By the pid that the server wrote, if the process of that id really runs on our directory. */
  private Optional<ProcessHandle> orphan() {
    var file = directory.resolve("postmaster.pid");
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
      var commandLine =
          Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.UTF_8);
      return commandLine.contains(directory.toString()) ? ProcessHandle.of(pid) : Optional.empty();
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean ended(ProcessHandle process) {
    try {
      process.onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Made beside its place and renamed, so that a directory that exists is complete. */
  void ensure(String database, String password) {
    if (Files.exists(directory)) {
      return;
    }
    var draft = directory.resolveSibling("draft");
    try {
      PostgresBinaries.delete(draft);
      run(
          binaries.command(
              "initdb",
              List.of(
                  "--auth=scram-sha-256",
                  "--username=" + SUPERUSER,
                  "--pwfile=/dev/stdin",
                  "--encoding=UTF-8",
                  "--locale-provider=builtin",
                  "--builtin-locale=C.UTF-8",
                  "--locale=C",
                  "--no-sync",
                  "-D",
                  draft.toString())),
          password + "\n");
      run(
          binaries.command("postgres", List.of("--single", "-D", draft.toString(), SUPERUSER)),
          sql(database, password));
      Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StartFailure(
          "The database could not be made in %s: %s.".formatted(directory, e.getMessage()), e);
    }
  }

  /** One statement a line, as single-user mode wants them. The password is letters and digits. */
  private static String sql(String name, String password) {
    return """
        CREATE ROLE %1$s LOGIN PASSWORD '%2$s'
        CREATE DATABASE %1$s OWNER %1$s
        """
        .formatted(name, password);
  }

  /** Who may connect follows from the address the server listens on. */
  void configure(String bind) {
    var from = bind.startsWith("127.") ? "127.0.0.1/32" : "all";
    try {
      Files.writeString(
          directory.resolve("pg_hba.conf"), "host all all %s scram-sha-256%n".formatted(from));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(List<String> command, String input) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
      stdin.write(input);
    }
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(output.strip());
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
