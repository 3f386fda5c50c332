package io.albumen.media;

import io.albumen.media.bundle.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A temporary folder for one job, readable by this user alone; everything in it goes when the job
 * closes it. What a killed process left behind carries the prefix {@value #PREFIX} and may be swept
 * by age.
 */
public record Workspace(Path folder) implements AutoCloseable {
  public static final String PREFIX = "albumen-media-";

  /** In the JVM's temporary folder. */
  public static Workspace create() {
    try {
      return new Workspace(Files.createTempDirectory(PREFIX));
    } catch (IOException e) {
      throw new MediaFailure(MediaFailure.Reason.ENGINE, "No temporary folder", e);
    }
  }

  public Path file(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() {
    try {
      FileTree.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
