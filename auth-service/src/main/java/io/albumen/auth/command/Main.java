package io.albumen.auth.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Map;

/** Serves; with arguments it does what they say instead, and ends. */
@QuarkusMain
public final class Main {
  /** A command opens no port, takes no work from the services, and says only its own sentence. */
  static final Map<String, String> COMMAND_SETTINGS =
      Map.of(
          "quarkus.http.host-enabled", "false",
          "quarkus.scheduler.enabled", "false",
          "quarkus.banner.enabled", "false",
          "quarkus.log.level", "ERROR",
          "albumen.auth.deletion.listen", "false");

  private Main() {}

  public static void main(String... args) {
    if (args.length == 0) {
      Quarkus.run();
    } else {
      COMMAND_SETTINGS.forEach(System::setProperty);
      Quarkus.run(RoleCommand.class, args);
    }
  }
}
