package io.albumen.photo.storage.s3;

import io.albumen.photo.storage.PresignedPut;
import io.albumen.photo.storage.StorageConfig;
import io.albumen.photo.storage.UploadSlot;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Signs the URLs by which single objects are put. The SDK's presigner works out endpoint and
 * request anew for each of them, which takes five times as long as signing it.
 */
@ApplicationScoped
class S3PutSigner {
  private static final String ANY_KEY = "key";

  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final S3Client s3;
  private final String bucketUrl;

  S3PutSigner(S3Client s3, StorageConfig config) {
    this.s3 = s3;
    var url = s3.utilities().getUrl(any -> any.bucket(config.bucket()).key(ANY_KEY)).toString();
    this.bucketUrl = url.substring(0, url.length() - ANY_KEY.length());
  }

  /**
   * @param slot whose key needs no encoding, as none of ours does
   */
  PresignedPut sign(UploadSlot slot, Duration lifetime) {
    var put =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.PUT)
            .uri(URI.create(bucketUrl + slot.key()))
            .putHeader("content-type", slot.contentType())
            .putHeader("content-length", Long.toString(slot.sizeBytes()))
            .putHeader("content-disposition", "attachment")
            .putHeader("if-none-match", "*")
            .putHeader("x-amz-checksum-sha256", Checksums.base64(slot.sha256()))
            .build();
    var client = s3.serviceClientConfiguration();
    AwsCredentialsIdentity identity = client.credentialsProvider().resolveIdentity().join();
    var signed =
        signer.sign(
            sign ->
                sign.identity(identity)
                    .request(put)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, client.region().id())
                    .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, lifetime)
                    .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false));
    return S3Presigned.put(signed.request().getUri().toString(), signed.request().headers());
  }
}
