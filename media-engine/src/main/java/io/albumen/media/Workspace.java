package io.albumen.media;

import io.albumen.media.bundle.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A temporary folder for one job, readable by this user alone; everything in it goes when the job
 * closes it. What a killed process left behind carries the prefix {@value #PREFIX} and may be swept
 * by age.
 */
public record Workspace(Path folder) implements AutoCloseable {
  public static final String PREFIX = "albumen-media-";
  private static final System.Logger LOG = System.getLogger(Workspace.class.getName());

  /** In the JVM's temporary folder. */
  public static Workspace create() {
    try {
      return new Workspace(Files.createTempDirectory(PREFIX));
    } catch (IOException e) {
      throw new MediaFailure(MediaFailure.Reason.ENGINE, "No temporary folder", e);
    }
  }

  /** Removes what jobs left in the JVM's temporary folder that were killed before that time. */
  public static void removeLeftovers(Instant before) throws IOException {
    removeLeftovers(Path.of(System.getProperty("java.io.tmpdir")), before);
  }

  static void removeLeftovers(Path parent, Instant before) throws IOException {
    try (var found = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (var left : found) {
        if (isFolderFrom(before, left)) {
          remove(left);
        }
      }
    }
  }

  /** Others write to the temporary folder too: what a link leads to is not looked at. */
  private static boolean isFolderFrom(Instant before, Path left) throws IOException {
    return Files.isDirectory(left, LinkOption.NOFOLLOW_LINKS)
        && Files.getLastModifiedTime(left, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(before);
  }

  private static void remove(Path left) throws IOException {
    try {
      FileTree.delete(left);
    } catch (AccessDeniedException e) {
      LOG.log(System.Logger.Level.DEBUG, "another user's folder stays", e);
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
