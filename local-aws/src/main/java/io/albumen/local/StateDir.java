package io.albumen.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** The directory that holds everything the stack keeps, locked while a stack runs on it. */
final class StateDir implements AutoCloseable {
  private static final long LEAST_FREE_BYTES = 300L << 20;

  private final Path root;
  private final boolean ephemeral;
  private final FileChannel channel;

  private StateDir(Path root, boolean ephemeral, FileChannel channel) {
    this.root = root;
    this.ephemeral = ephemeral;
    this.channel = channel;
  }

  /** Without a path, a temporary directory that {@link #close} removes. */
  static StateDir open(Optional<Path> path) {
    try {
      var root =
          path.isPresent()
              ? Files.createDirectories(path.get())
              : Files.createTempDirectory("albumen-");
      requireSpace(root);
      return new StateDir(root, path.isEmpty(), lock(root));
    } catch (IOException e) {
      throw new StartFailure(
          "The state directory cannot be used: %s.".formatted(e.getMessage()), e);
    }
  }

  private static void requireSpace(Path root) throws IOException {
    var free = Files.getFileStore(root).getUsableSpace();
    if (free < LEAST_FREE_BYTES) {
      throw new StartFailure(
          "The disk of %s has %d MB left; the stack needs %d MB."
              .formatted(root, free >> 20, LEAST_FREE_BYTES >> 20));
    }
  }

  private static FileChannel lock(Path root) throws IOException {
    var channel =
        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new StartFailure("Another running stack uses %s.".formatted(root));
    }
    return channel;
  }

  /** A directory for one part, made if need be. */
  Path directory(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      if (ephemeral) {
        removeAll();
      }
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void removeAll() throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
