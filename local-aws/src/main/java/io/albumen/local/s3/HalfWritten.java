package io.albumen.local.s3;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.regex.Pattern;

/**
 * Removes the drafts that a crash left. S3Proxy writes an object to {@code <key>-<uuid>}, gives it
 * its attributes and then its name; an object whose key looks so too is told apart by these.
 */
final class HalfWritten extends SimpleFileVisitor<Path> {
  private static final Pattern DRAFT =
      Pattern.compile(".+-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** The first attribute that is written once an object's last byte is. */
  private static final String WRITTEN = "user.content-md5";

  private HalfWritten() {}

  static void removeFrom(Path bucket) throws IOException {
    Files.walkFileTree(bucket, new HalfWritten());
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (DRAFT.matcher(file.getFileName().toString()).matches()
        && (!isWritten(file) || hasSecondName(file))) {
      Files.delete(file);
    }
    return FileVisitResult.CONTINUE;
  }

  private static boolean isWritten(Path file) throws IOException {
    var view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
    return view.list().contains(WRITTEN);
  }

  /** A conditional write names its draft by a link; a crash may leave both names. */
  private static boolean hasSecondName(Path file) throws IOException {
    return (int) Files.getAttribute(file, "unix:nlink") > 1;
  }
}
