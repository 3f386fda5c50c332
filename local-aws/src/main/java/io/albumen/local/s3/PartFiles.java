package io.albumen.local.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Optional;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.gaul.s3proxy.nio2blob.AbstractNio2BlobStore;

/**
 * What S3 remembers of uploads in parts, and S3Proxy doesn't: which checksum the parts must have,
 * and which each has. Kept in extended attributes of the files in which S3Proxy keeps the parts.
 */
final class PartFiles {
  private static final String CHECKSUM = "albumen.sha256";
  private static final String NEEDS_CHECKSUM = "albumen.needs-sha256";

  /** The file that S3Proxy keeps for as long as an upload is open, beside its parts. */
  private static final String OPEN = ".mpus-%s-%s-stub";

  private final Path root;

  PartFiles(Path root) {
    this.root = root;
  }

  boolean isOpen(MultipartUpload upload) {
    return Files.exists(open(upload));
  }

  void needChecksum(MultipartUpload upload) {
    write(open(upload), NEEDS_CHECKSUM, "1");
  }

  boolean needsChecksum(MultipartUpload upload) {
    return read(open(upload), NEEDS_CHECKSUM).isPresent();
  }

  /** Puts the part on disk, with its checksum in base64. */
  void keep(MultipartUpload upload, int number, String checksum) {
    var file = part(upload, number);
    write(file, CHECKSUM, checksum);
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of an upload that was completed or aborted while the part came. */
  void discard(MultipartUpload upload, int number) {
    try {
      Files.deleteIfExists(part(upload, number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<String> checksum(MultipartUpload upload, int number) {
    return read(part(upload, number), CHECKSUM);
  }

  private Path open(MultipartUpload upload) {
    return in(upload, OPEN.formatted(upload.id(), upload.blobName()));
  }

  private Path part(MultipartUpload upload, int number) {
    return in(
        upload, AbstractNio2BlobStore.multipartPartName(upload.id(), upload.blobName(), number));
  }

  private Path in(MultipartUpload upload, String name) {
    var bucket = root.resolve(upload.containerName()).normalize();
    var file = bucket.resolve(name).normalize();
    if (!file.startsWith(bucket)) {
      throw new IllegalArgumentException("outside of the bucket: " + name);
    }
    return file;
  }

  private static void write(Path file, String attribute, String value) {
    try {
      attributes(file).write(attribute, UTF_8.encode(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> read(Path file, String attribute) {
    try {
      if (!Files.exists(file) || !attributes(file).list().contains(attribute)) {
        return Optional.empty();
      }
      return Optional.of(new String((byte[]) Files.getAttribute(file, "user:" + attribute), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UserDefinedFileAttributeView attributes(Path file) {
    return Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
  }
}
