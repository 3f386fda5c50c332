package io.albumen.photo.processing.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.media.Ffmpeg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of users beside FFmpeg: a tool that writes down what it is called with. */
class HostileTextTest {
  @TempDir Path folder;
  private Path calls = Path.of("");
  private MediaEngine engine = EngineUnderTest.in(Optional.empty());

  @BeforeEach
  void spyOnTheTool() throws IOException {
    var real = Ffmpeg.locate(Optional.empty(), Optional.of(Path.of("target/ffmpeg")));
    calls = folder.resolve("calls");
    script("ffmpeg", "printf '%%s\\n' \"$@\" >> '%s'".formatted(calls), real.ffmpeg(), real.home());
    script("ffprobe", ":", real.ffprobe(), real.home());
    engine = EngineUnderTest.in(Optional.of(folder));
  }

  private void script(String name, String first, Path tool, Path libraries) throws IOException {
    var body = "#!/bin/sh\n%s\nLD_LIBRARY_PATH='%s' exec '%s' \"$@\"\n";
    var file = Files.writeString(folder.resolve(name), body.formatted(first, libraries, tool));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-i evil.jpg",
        "evil:a=b,drawtext=textfile=/etc/passwd[out]",
        "evil';movie=/etc/passwd[a]",
        "concat:evil|/etc/passwd.jpg",
        "evil\n-f\nlavfi.jpg",
        "$(touch evil) `touch evil` ; touch evil.jpg"
      })
  void attack42ANameIsNoArgumentOfTheTool(String name) throws IOException {
    var photo =
        FfmpegUnderTest.make(
            folder, "a.jpg", "-f", "lavfi", "-i", "testsrc=size=64x48", "-frames:v", "1");

    var made = engine.process(photo, "image/jpeg", name, newFolder());

    assertThat(made.renditions()).hasSize(2);
    assertThat(arguments()).contains("-i").noneMatch(argument -> argument.contains("evil"));
    assertThat(folder.resolve("evil")).doesNotExist();
  }

  @Test
  void attack42WhatAFileSaysOfItselfIsNeitherArgumentNorInWhatIsMade() throws IOException {
    var evil = "evil',drawtext=textfile=/etc/passwd:x=1 -i \u001b[31m<img onerror=x>";
    var song =
        FfmpegUnderTest.make(
            folder,
            "a.mp3",
            List.of("-f", "lavfi", "-i", "sine=duration=1", "-metadata", "title=" + evil)
                .toArray(String[]::new));
    var film =
        FfmpegUnderTest.make(
            folder,
            "a.mov",
            List.of("-f", "lavfi", "-i", "testsrc=size=64x48:duration=1", "-c:v", "mjpeg")
                .toArray(String[]::new));
    Files.write(
        film,
        Hostile.replace(Files.readAllBytes(film), Hostile.ascii("Lavf"), Hostile.ascii("evil")));

    for (var made :
        List.of(
            engine.process(song, "audio/mpeg", "a.mp3", newFolder()),
            engine.process(film, "video/quicktime", "a.mov", newFolder()))) {
      for (var rendition : made.renditions()) {
        assertThat(new String(Files.readAllBytes(rendition.file()), UTF_8))
            .as(rendition.name())
            .doesNotContain("evil");
      }
    }

    assertThat(arguments())
        .contains("-i")
        .noneMatch(argument -> argument.contains("evil") || argument.contains("drawtext"));
  }

  private Path newFolder() throws IOException {
    return Files.createTempDirectory(folder, "work");
  }

  private List<String> arguments() throws IOException {
    return Files.readAllLines(calls);
  }
}
