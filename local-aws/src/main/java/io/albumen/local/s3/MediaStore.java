package io.albumen.local.s3;

import io.albumen.local.StartFailure;
import io.albumen.local.s3.nio2blob.VersionedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Objects as files, versioned. An object appears whole (its file is renamed into place) and is on
 * disk before it is acknowledged.
 */
public final class MediaStore extends ForwardingBlobStore {
  private final Path root;

  private MediaStore(Path root) {
    super(new VersionedFiles(root));
    this.root = root;
  }

  public static MediaStore open(Path root) {
    requireAttributes(root);
    return new MediaStore(root);
  }

  /** Types, checksums and versions are kept in extended attributes of the files. */
  private static void requireAttributes(Path root) {
    var view = Files.getFileAttributeView(root, UserDefinedFileAttributeView.class);
    try {
      view.write("albumen", ByteBuffer.wrap("1".getBytes(StandardCharsets.UTF_8)));
    } catch (IOException | UnsupportedOperationException | NullPointerException e) {
      throw new StartFailure(
          "The file system of %s keeps no extended attributes, which s3 needs.".formatted(root), e);
    }
  }

  /** Versioned, as on AWS; what a crash left half written is removed. */
  void ensureBucket(String bucket) {
    if (!containerExists(bucket)) {
      createContainer(bucket);
    }
    putBucketVersioning(bucket, BucketVersioningStatus.ENABLED);
    try {
      HalfWritten.removeFrom(root.resolve(bucket));
    } catch (IOException e) {
      throw new StartFailure("The objects in %s cannot be read: %s.".formatted(root, e), e);
    }
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
    var response = super.putBlob(request, payload);
    flush(request.bucket(), request.key());
    return response;
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    var response = super.completeMultipartUpload(upload, request);
    flush(request.bucket(), request.key());
    return response;
  }

  private void flush(String bucket, String key) {
    var file = root.resolve(bucket).resolve(key);
    try {
      force(file);
      force(file.resolveSibling("."));
    } catch (NoSuchFileException e) {
      // deleted again meanwhile: nothing is left to keep
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void force(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
