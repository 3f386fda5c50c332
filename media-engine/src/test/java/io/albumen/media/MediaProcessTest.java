package io.albumen.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.albumen.media.MediaFailure.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaProcessTest {
  private static final long MIB = 1024L * 1024;

  @TempDir Path folder;

  @Test
  void givesNoEnvironmentButLibraryPathAndAllocator() throws IOException {
    var spy = script("ffmpeg", "exec /usr/bin/tr '\\0' '\\n' < /proc/self/environ");

    var output = new MediaProcess(spy).run(command(MediaCommand.Limits.STILL));

    assertThat(new String(output.stdout(), UTF_8).lines())
        .allMatch(line -> line.matches("(LD_LIBRARY_PATH|GLIBC_TUNABLES|PWD|SHLVL|_|OLDPWD)=.*"));
  }

  @Test
  void attack42WhatTheToolQuotesOfAFileStaysOnOneLine() throws IOException {
    var spy =
        script(
            "ffmpeg",
            "printf 'a\\n2026-01-01 ERROR b\\r\\033[31mc\\342\\200\\256d\\n' >&2; exit 1");

    assertThatThrownBy(() -> new MediaProcess(spy).run(command(MediaCommand.Limits.STILL)))
        .isInstanceOf(MediaFailure.class)
        .hasMessage("Status 1: a 2026-01-01 ERROR b [31mc d");
  }

  @Test
  void startsInTheFolderOfTheCommand() throws IOException {
    var spy = script("ffmpeg", "pwd");

    var output = new MediaProcess(spy).run(command(MediaCommand.Limits.STILL));

    assertThat(new String(output.stdout(), UTF_8).strip())
        .isEqualTo(folder.toRealPath().toString());
  }

  @Test
  void limitsMemoryCpuFilesAndCoreDumps() throws IOException {
    var spy = script("ffmpeg", "ulimit -a");

    var output = new MediaProcess(spy).run(command(MediaCommand.Limits.STILL));

    assertThat(new String(output.stdout(), UTF_8))
        .containsPattern("core ?file size.* 0\n|coredump\\(blocks\\) +0\n")
        .containsPattern("(virtual memory|vmemory).* " + 3072 * 1024)
        .containsPattern("(cpu time|time\\(seconds\\)).* 40\n");
  }

  @Test
  void killsWhatOutlivesItsTimeWithAllItsChildren() throws IOException {
    var spy = script("ffmpeg", "sleep 300 & echo $! > child; sleep 300");
    var limits =
        new MediaCommand.Limits(Duration.ofMillis(700), Duration.ofSeconds(5), 512 * MIB, MIB);
    var start = Instant.now();

    assertThatThrownBy(() -> new MediaProcess(spy).run(command(limits)))
        .isInstanceOfSatisfying(
            MediaFailure.class, failure -> assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT));

    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    assertThat(isGone(Files.readString(folder.resolve("child")).strip())).isTrue();
  }

  @Test
  void memoryBeyondTheLimitIsTooLarge() {
    var limits =
        new MediaCommand.Limits(Duration.ofSeconds(20), Duration.ofSeconds(20), 220 * MIB, MIB);

    var failure =
        failureOf(
            limits,
            "-f",
            "lavfi",
            "-i",
            "color=size=16000x16000",
            "-frames:v",
            "1",
            "-f",
            "null",
            "-");

    assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void aFileBeyondTheLimitIsTooLarge() {
    var limits =
        new MediaCommand.Limits(Duration.ofSeconds(20), Duration.ofSeconds(20), 1024 * MIB, MIB);

    var failure =
        failureOf(
            limits,
            "-f",
            "lavfi",
            "-i",
            "testsrc=size=2000x2000",
            "-frames:v",
            "1",
            "-f",
            "rawvideo",
            "big.raw");

    assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(folder.resolve("big.raw"))
        .satisfies(file -> assertThat(Files.size(file)).isLessThanOrEqualTo(MIB));
  }

  @Test
  void cpuBeyondTheLimitIsATimeout() {
    var limits =
        new MediaCommand.Limits(Duration.ofSeconds(30), Duration.ofSeconds(1), 2048 * MIB, MIB);

    var failure =
        failureOf(limits, "-f", "lavfi", "-i", "testsrc2=size=1920x1080", "-f", "null", "-");

    assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
  }

  @Test
  void opensNoNetworkForWhatAFileNames() throws IOException {
    var calls = new AtomicInteger();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> calls.incrementAndGet());
    server.start();
    var playlist =
        Files.writeString(
            folder.resolve("list.m3u8"),
            "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:%d/x.ts\n"
                .formatted(server.getAddress().getPort()));

    var failures = new ArrayList<MediaFailure>();
    for (var format : MediaFormat.values()) {
      var arguments = new ArrayList<>(MediaCommand.input(playlist, format));
      arguments.addAll(List.of("-f", "null", "-"));
      failures.add(failureOf(MediaCommand.Limits.STILL, arguments.toArray(String[]::new)));
    }
    server.stop(0);

    assertThat(failures).hasSize(MediaFormat.values().length);
    assertThat(calls).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9, 15}) // hang-up, interrupt, kill, terminate
  void whatStopsTheServiceIsNoFaultOfTheFile(int signal) throws IOException {
    var spy = script("ffmpeg", "exit %d".formatted(128 + signal)); // as a shell tells it

    assertThatThrownBy(() -> new MediaProcess(spy).run(command(MediaCommand.Limits.STILL)))
        .isInstanceOfSatisfying(
            MediaFailure.class, failure -> assertThat(failure.reason().isPermanent()).isFalse());
  }

  @Test
  void startsWithoutALibraryMissingOrAWarning() {
    var output =
        Engine.ffmpeg(
            folder, "-f", "lavfi", "-i", "color=size=16x16", "-frames:v", "1", "-f", "null", "-");

    assertThat(output.complaints()).isEmpty();
  }

  private MediaFailure failureOf(MediaCommand.Limits limits, String... arguments) {
    try {
      Engine.PROCESS.run(
          new MediaCommand(MediaCommand.Tool.FFMPEG, List.of(arguments), folder, limits));
    } catch (MediaFailure e) {
      return e;
    }
    throw new AssertionError("It did not fail");
  }

  private MediaCommand command(MediaCommand.Limits limits) {
    return new MediaCommand(MediaCommand.Tool.FFMPEG, List.of(), folder, limits);
  }

  /** Stands in for FFmpeg to tell what it was given. */
  private Ffmpeg script(String name, String body) throws IOException {
    var file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return new Ffmpeg(folder, file, file);
  }

  private static boolean isGone(String pid) throws IOException {
    var status = Path.of("/proc", pid, "status");
    for (int i = 0; i < 200 && Files.exists(status); i++) {
      if (Files.readString(status).contains("State:\tZ")) {
        return true;
      }
      Thread.onSpinWait();
    }
    return !Files.exists(status);
  }
}
