package io.albumen.local;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Properties;

/** Tells whoever started the stack that it is up, and under which settings. */
final class ReadyFile {

  private ReadyFile() {}

  /** Appears whole or not at all; readable by its owner only, for it holds secrets. */
  static void write(Path file, Properties settings) {
    try {
      var text = new StringWriter();
      settings.store(text, null);
      PrivateFile.write(file, text.toString());
    } catch (IOException e) {
      throw new StartFailure("Cannot write %s: %s.".formatted(file, e.getMessage()), e);
    }
  }
}
