package io.albumen.photo.storage.s3;

import io.albumen.photo.storage.StorageUnavailable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Tells an absence of S3 from its refusals. */
final class S3Failures {
  private static final int SERVER_ERROR = 500;

  private S3Failures() {}

  /** What S3 refuses stays as it is: another try changes nothing. */
  static RuntimeException unavailableUnlessRefused(SdkException failure) {
    return failure instanceof S3Exception answered
            && answered.statusCode() < SERVER_ERROR
            && !answered.isThrottlingException()
        ? failure
        : new StorageUnavailable(failure);
  }
}
