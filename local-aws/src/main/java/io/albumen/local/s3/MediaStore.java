package io.albumen.local.s3;

import io.albumen.local.StartFailure;
import io.albumen.local.s3.nio2blob.VersionedFiles;
import io.albumen.local.sigv4.Hashes;
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
import java.security.DigestInputStream;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * Objects as files, versioned. An object appears whole (its file is renamed into place) and is on
 * disk before it is acknowledged.
 */
public final class MediaStore extends ForwardingBlobStore {
  private static final int LISTINGS = 100;

  private final Path root;
  private final PartFiles parts;

  private MediaStore(Path root) {
    super(new VersionedFiles(root));
    this.root = root;
    this.parts = new PartFiles(root);
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
  public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
    var upload = super.initiateMultipartUpload(request);
    if (request.checksumAlgorithm() == ChecksumAlgorithm.SHA256) {
      parts.needChecksum(upload);
    }
    return upload;
  }

  @Override
  public UploadPartResponse uploadMultipartPart(
      MultipartUpload upload, UploadPartRequest request, InputStream payload) {
    requireOpen(upload);
    var content = new DigestInputStream(payload, Hashes.sha256());
    var response = super.uploadMultipartPart(upload, request, content);
    if (!parts.isOpen(upload)) {
      parts.discard(upload, request.partNumber());
      throw new S3ProxyException(S3ErrorCode.NO_SUCH_UPLOAD);
    }
    var checksum = Base64.getEncoder().encodeToString(content.getMessageDigest().digest());
    parts.keep(upload, request.partNumber(), checksum);
    return response;
  }

  @Override
  public List<Part> listMultipartUpload(MultipartUpload upload) {
    requireOpen(upload);
    return super.listMultipartUpload(upload).stream()
        .map(
            part ->
                part.toBuilder()
                    .checksumSHA256(parts.checksum(upload, part.partNumber()).orElse(null))
                    .build())
        .toList();
  }

  @Override
  public void abortMultipartUpload(MultipartUpload upload) {
    requireOpen(upload);
    super.abortMultipartUpload(upload);
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    requireOpen(upload);
    request.multipartUpload().parts().forEach(part -> requireChecksum(upload, part));
    var response = super.completeMultipartUpload(upload, request);
    flush(request.bucket(), request.key());
    return response;
  }

  /** A version that goes while all are listed is looked up in vain; S3 lists those there are. */
  @Override
  public ListObjectVersionsResponse listVersions(ListObjectVersionsRequest request) {
    for (int left = LISTINGS; ; left--) {
      try {
        return super.listVersions(request);
      } catch (RuntimeException e) {
        if (left == 1 || !saysThatAVersionIsGone(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean saysThatAVersionIsGone(RuntimeException failure) {
    return failure instanceof S3Exception refusal
        ? refusal.awsErrorDetails().errorCode().equals("NoSuchVersion")
        : failure.getCause() instanceof NoSuchFileException;
  }

  private void requireOpen(MultipartUpload upload) {
    if (!parts.isOpen(upload)) {
      throw new S3ProxyException(S3ErrorCode.NO_SUCH_UPLOAD);
    }
  }

  private void requireChecksum(MultipartUpload upload, CompletedPart part) {
    if (part.checksumSHA256() == null) {
      if (parts.needsChecksum(upload)) {
        throw new S3ProxyException(
            S3ErrorCode.INVALID_REQUEST,
            "The upload was created using a sha256 checksum. The complete request must include the"
                + " checksum for each part.");
      }
    } else if (!parts
        .checksum(upload, part.partNumber())
        .equals(Optional.of(part.checksumSHA256()))) {
      throw new S3ProxyException(S3ErrorCode.INVALID_PART);
    }
  }

  PartFiles parts() {
    return parts;
  }

  private void flush(String bucket, String key) {
    var file = root.resolve(bucket).resolve(key);
    try {
      HalfWritten.mark(file);
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
