package io.albumen.photo.processing.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.albumen.media.MediaFailure;
import io.albumen.media.MediaFailure.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** A hostile file on its way through the engine. */
final class Attack {
  /** Far more than any of them takes, far less than harm. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Attack() {}

  /** Why the file is refused, for good and soon. */
  static Reason refused(byte[] content, Path folder) throws IOException {
    var original = Files.write(Files.createTempFile(folder, "attack", ""), content);
    var workDir = Files.createTempDirectory(folder, "work");
    var start = Instant.now();

    var failure =
        catchThrowableOfType(MediaFailure.class, () -> EngineUnderTest.process(original, workDir));

    assertThat(failure).as("refused").isNotNull();
    assertThat(failure.reason().isPermanent()).as("for good: %s", failure).isTrue();
    assertThat(Duration.between(start, Instant.now())).isLessThan(PATIENCE);
    return failure.reason();
  }

  /** The code of the refusal, or {@code taken}. */
  static String outcome(byte[] content, Path folder) throws IOException {
    var start = Instant.now();
    try {
      taken(content, folder);
      return "taken";
    } catch (MediaFailure e) {
      assertThat(e.reason().isPermanent()).as("for good: %s", e).isTrue();
      return e.reason().code();
    } finally {
      assertThat(Duration.between(start, Instant.now())).isLessThan(PATIENCE);
    }
  }

  static Processed taken(byte[] content, Path folder) throws IOException {
    var original = Files.write(Files.createTempFile(folder, "attack", ""), content);
    return EngineUnderTest.process(original, Files.createTempDirectory(folder, "work"));
  }
}
