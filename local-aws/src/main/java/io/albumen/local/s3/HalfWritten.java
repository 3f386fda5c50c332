package io.albumen.local.s3;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.regex.Pattern;

/**
 * Removes the drafts that a crash left. S3Proxy writes an object to {@code <key>-<uuid>}, gives it
 * its attributes and then its name; an object whose key looks so too is told apart by a mark.
 */
final class HalfWritten extends SimpleFileVisitor<Path> {
  private static final Pattern DRAFT =
      Pattern.compile(".+-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private static final String MARK = "albumen.whole";

  private HalfWritten() {}

  /** Says that a file has its name for good. */
  static void mark(Path file) throws IOException {
    attributes(file).write(MARK, ByteBuffer.wrap(new byte[] {1}));
  }

  static void removeFrom(Path bucket) throws IOException {
    Files.walkFileTree(bucket, new HalfWritten());
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (DRAFT.matcher(file.getFileName().toString()).matches()
        && !attributes(file).list().contains(MARK)) {
      Files.delete(file);
    }
    return FileVisitResult.CONTINUE;
  }

  private static UserDefinedFileAttributeView attributes(Path file) {
    return Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
  }
}
