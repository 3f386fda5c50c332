package io.albumen.local.cognito;

import io.albumen.local.faces.Faces;
import io.albumen.local.mailbox.MailboxPart;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A pool and its mailbox, started for each class of tests, and the time they believe it is. */
abstract class PoolFixture {
  static final TestClock CLOCK = new TestClock();
  static Faces faces;
  static PoolClient pool;

  @BeforeAll
  static void start(@TempDir Path directory) {
    faces = Faces.in(directory).start(new MailboxPart(), new CognitoPart(CLOCK));
    pool = new PoolClient(faces);
  }

  /** The same state, in new parts. */
  static void restart() {
    faces.stop();
    faces.start(new MailboxPart(), new CognitoPart(CLOCK));
  }

  @AfterAll
  static void stop() {
    faces.close();
  }

  @AfterEach
  void resetClock() {
    CLOCK.reset();
  }
}
