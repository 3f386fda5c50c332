package io.albumen.auth.command;

import io.quarkus.runtime.QuarkusApplication;

/** Runs a {@link RoleChange} from a terminal. */
class RoleCommand implements QuarkusApplication {
  private final RoleChange change;

  RoleCommand(RoleChange change) {
    this.change = change;
  }

  @Override
  public int run(String... args) {
    var result = change.run(args);
    (result.code() == 0 ? System.out : System.err).println(result.sentence());
    return result.code();
  }
}
