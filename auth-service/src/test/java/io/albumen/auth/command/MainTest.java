package io.albumen.auth.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.auth.OnFakes;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.Launch;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

@QuarkusMainTest
@TestProfile(OnFakes.class)
class MainTest {

  /** The command ran in this very process, where others want to serve. */
  @AfterAll
  static void forgetSettings() {
    Main.COMMAND_SETTINGS.keySet().forEach(System::clearProperty);
  }

  @Test
  @Launch(
      value = {"grant-role", "admin", "nobody@example.com"},
      exitCode = 1)
  void saysOneSentenceAndEnds(LaunchResult result) {
    assertThat(result.getErrorOutput()).contains("Nobody has an account by nobody@example.com.");
  }
}
