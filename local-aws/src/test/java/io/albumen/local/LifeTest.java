package io.albumen.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifeTest {
  private static final String LISTENING = "0A";

  @Test
  void listensOnLoopbackOnlyAndLeavesNothingBehind(@TempDir Path directory) throws Exception {
    var stack = ChildProcess.launch(directory, "--ephemeral");
    var settings = stack.awaitReady();
    var state = Path.of(settings.getProperty("keys.dir")).getParent();
    var processes = ProcessHandle.of(stack.pid()).orElseThrow().descendants().toList();

    assertThat(listeners(stack.pid(), processes))
        .hasSizeGreaterThanOrEqualTo(LocalAws.PARTS.size())
        .allMatch(address -> address.startsWith("0100007F:"));

    stack.close();
    assertThat(state).doesNotExist();
    assertThat(processes).isNotEmpty().noneMatch(ProcessHandle::isAlive);
  }

  /** Local addresses, as the kernel writes them, on which these processes accept connections. */
  private static List<String> listeners(long pid, List<ProcessHandle> children) throws IOException {
    var sockets =
        Stream.concat(Stream.of(pid), children.stream().map(ProcessHandle::pid))
            .flatMap(LifeTest::sockets)
            .toList();
    return Stream.of("tcp", "tcp6")
        .flatMap(LifeTest::table)
        .map(line -> line.strip().split("\\s+"))
        .filter(row -> row[3].equals(LISTENING) && sockets.contains(row[9]))
        .map(row -> mapped(row[1]))
        .toList();
  }

  private static Stream<String> table(String name) {
    try {
      return Files.readAllLines(Path.of("/proc/net", name)).stream().skip(1);
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  /** An IPv4 address that Java bound through an IPv6 socket, as IPv4. */
  private static String mapped(String address) {
    return address.replaceFirst("^0000000000000000FFFF0000", "");
  }

  private static Stream<String> sockets(long pid) {
    try (var files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      return files
          .map(LifeTest::target)
          .filter(link -> link.startsWith("socket:["))
          .map(link -> link.substring("socket:[".length(), link.length() - 1))
          .toList()
          .stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }

  @Test
  void endsWithItsParent(@TempDir Path directory) throws Exception {
    var parent = new ProcessBuilder("sleep", "600").start();
    try (var stack =
        ChildProcess.launch(
            directory,
            "--ephemeral",
            "--parts",
            "dynamodb",
            "--exit-with-parent",
            Long.toString(parent.pid()))) {
      stack.awaitReady();

      parent.destroyForcibly();

      assertThat(stack.exitCode()).isZero();
    }
  }

  @Test
  void saysWhichPortIsTaken(@TempDir Path directory) throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        var stack =
            ChildProcess.launch(
                directory,
                "--ephemeral",
                "--parts",
                "s3",
                "--port",
                "s3=" + taken.getLocalPort())) {

      assertThat(stack.output())
          .isEqualToIgnoringNewLines(
              "Port %d, which s3 needs, is in use by another program."
                  .formatted(taken.getLocalPort()));
      assertThat(stack.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void refusesAStateDirectoryInUse(@TempDir Path directory) throws Exception {
    var state = directory.resolve("state").toString();
    try (var first = ChildProcess.launch(directory, "--state", state, "--parts", "dynamodb")) {
      first.awaitReady();
      try (var second = ChildProcess.launch(directory, "--state", state, "--parts", "dynamodb")) {

        assertThat(second.output())
            .isEqualToIgnoringNewLines("Another running stack uses %s.".formatted(state));
        assertThat(second.exitCode()).isEqualTo(1);
      }
    }
  }

  @Test
  void keepsItsSecretsToItsOwner(@TempDir Path directory) throws Exception {
    var keys = FleetKeys.in(directory);

    try (var files = Files.list(keys.directory())) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }
}
