package io.albumen.local.cognito;

import io.albumen.local.cognito.pool.SigningKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Has the signing keys replaced, while the pool runs, by an operator who makes a file. */
final class KeyRotation {
  private static final String FILE = "rotate-keys";

  private final Path wish;
  private final SigningKeys keys;

  KeyRotation(Path stateDir, SigningKeys keys) {
    this.wish = stateDir.resolve(FILE);
    this.keys = keys;
  }

  /** Once for a file; twice if the process ends between the two, which does no harm. */
  void runIfWished() {
    if (Files.exists(wish)) {
      rotate();
    }
  }

  private synchronized void rotate() {
    try {
      if (Files.exists(wish)) {
        keys.rotate();
        Files.delete(wish);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
