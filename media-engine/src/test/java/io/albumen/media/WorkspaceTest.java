package io.albumen.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
  private static final Instant NOW = Instant.parse("2026-03-28T12:00:00Z");

  @TempDir Path folder;

  @Test
  void removesWhatKilledJobsLeftLongAgo() throws IOException {
    var left = Files.createDirectory(folder.resolve(Workspace.PREFIX + "1"));
    Files.writeString(left.resolve("frame.rgb"), "half a frame");
    age(left, Duration.ofHours(13));

    Workspace.removeLeftovers(folder, NOW.minus(Duration.ofHours(12)));

    assertThat(left).doesNotExist();
  }

  @Test
  void leavesJobsThatMayStillRunAndWhatIsNotOurs() throws IOException {
    var running = Files.createDirectory(folder.resolve(Workspace.PREFIX + "1"));
    age(running, Duration.ofHours(11));
    var foreign = Files.createDirectory(folder.resolve("someone-elses"));
    age(foreign, Duration.ofDays(30));

    Workspace.removeLeftovers(folder, NOW.minus(Duration.ofHours(12)));

    assertThat(running).exists();
    assertThat(foreign).exists();
  }

  @Test
  void followsNoLinkThatLooksLikeAJob() throws IOException {
    var target = Files.createDirectory(folder.resolve("precious"));
    age(target, Duration.ofDays(30));
    var link = Files.createSymbolicLink(folder.resolve(Workspace.PREFIX + "1"), target);

    Workspace.removeLeftovers(folder, Instant.now());

    assertThat(link).exists();
    assertThat(target).exists();
  }

  private static void age(Path path, Duration age) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(NOW.minus(age)));
  }
}
