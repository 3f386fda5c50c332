package io.albumen.local.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Uploads in parts, as photo-service and a browser do them, and as nobody should. */
class MultipartTest {
  private static final int LEAST = 5 * 1024 * 1024;
  private static final byte[] FIRST = bytes(LEAST, 1);
  private static final byte[] LAST = bytes(1000, 2);

  private final S3Client s3 = Bucket.client();
  private final String key = Bucket.newKey("originals/");

  @Test
  void makesOneObjectOfItsParts() {
    var upload = begin();
    send(upload, 2, LAST);
    send(upload, 1, FIRST);

    var completed = complete(upload, asCompleted(list(upload)));

    assertThat(completed.versionId()).isNotBlank();
    var object = s3.getObjectAsBytes(get -> get.bucket(Bucket.NAME).key(key)).asByteArray();
    assertThat(Arrays.copyOf(object, LEAST)).isEqualTo(FIRST);
    assertThat(Arrays.copyOfRange(object, LEAST, object.length)).isEqualTo(LAST);
    var head =
        s3.headObject(it -> it.bucket(Bucket.NAME).key(key).checksumMode(ChecksumMode.ENABLED));
    assertThat(head.checksumSHA256()).endsWith("-2");
    assertThat(head.contentType()).isEqualTo("video/mp4");
    assertThat(head.contentDisposition()).isEqualTo("attachment");
  }

  @Test
  void listsPartsWithTheirChecksums() {
    var upload = begin();
    send(upload, 7, LAST);
    send(upload, 7, FIRST);

    assertThat(list(upload))
        .extracting(Part::partNumber, Part::size, Part::checksumSHA256)
        .containsExactly(tuple(7, (long) LEAST, Bucket.sha256(FIRST)));
  }

  @Test
  void attack26SignsWhatAPartMayBe() {
    var upload = begin();

    assertThat(put(upload, 1, LAST, bytes(999, 2), Map.of())).isEqualTo(403);
    assertThat(put(upload, 1, LAST, bytes(1000, 3), Map.of())).isEqualTo(400);
    var ownChecksum = Map.of("x-amz-checksum-sha256", Bucket.sha256(bytes(1000, 3)));
    assertThat(put(upload, 1, LAST, bytes(1000, 3), ownChecksum)).isEqualTo(403);
    assertThat(list(upload)).isEmpty();
  }

  @Test
  void refusesPartsWithoutThePromisedChecksum() {
    var upload = begin();
    try (var presigner = Bucket.presigner()) {
      var url =
          presigner
              .presignUploadPart(
                  presign ->
                      presign
                          .signatureDuration(Duration.ofMinutes(5))
                          .uploadPartRequest(
                              part ->
                                  part.bucket(Bucket.NAME).key(key).uploadId(upload).partNumber(1)))
              .url();
      var request = HttpRequest.newBuilder(URI.create(url.toString()));

      var answer = Bucket.send(request.PUT(BodyPublishers.ofByteArray(LAST)).build());

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(list(upload)).isEmpty();
    }
  }

  @Test
  void attack31RefusesTooSmallAPartThatIsNotTheLast() {
    var upload = begin();
    send(upload, 1, LAST);
    send(upload, 2, LAST);

    assertRefused("EntityTooSmall", () -> complete(upload, asCompleted(list(upload))));
  }

  @Test
  void attack31RefusesPartsOutOfOrder() {
    var upload = begin();
    send(upload, 1, FIRST);
    send(upload, 2, LAST);

    assertRefused("InvalidPartOrder", () -> complete(upload, asCompleted(list(upload)).reversed()));
  }

  @Test
  void attack31RefusesPartsThatNeverCame() {
    var upload = begin();
    send(upload, 1, FIRST);
    var parts = List.of(asCompleted(list(upload)).getFirst(), completed(2, LAST, "\"abc\""));

    assertRefused("InvalidPart", () -> complete(upload, parts));
  }

  @Test
  void refusesPartsOfOtherBytes() {
    var upload = begin();
    send(upload, 1, FIRST);
    var tag = list(upload).getFirst().eTag();

    assertRefused("InvalidPart", () -> complete(upload, List.of(completed(1, LAST, tag))));
  }

  @Test
  void refusesToCompleteWithoutChecksums() {
    var upload = begin();
    send(upload, 1, FIRST);
    var part = CompletedPart.builder().partNumber(1).eTag(list(upload).getFirst().eTag()).build();

    assertRefused("InvalidRequest", () -> complete(upload, List.of(part)));
  }

  @Test
  void attack31RefusesThe10001stPart() {
    var upload = begin();

    assertThat(put(upload, 10_001, LAST, LAST, Map.of())).isEqualTo(400);
    assertThat(put(upload, 0, LAST, LAST, Map.of())).isEqualTo(400);
  }

  @Test
  void completesOnlyWhereNothingIs() {
    var first = begin();
    var second = begin();
    send(first, 1, FIRST);
    send(second, 1, LAST);
    complete(first, asCompleted(list(first)));

    assertRefused("PreconditionFailed", () -> complete(second, asCompleted(list(second))));
    assertThat(list(second)).hasSize(1);
  }

  @Test
  void attack30And31TakesNothingAfterItsEnd() {
    var completed = begin();
    send(completed, 1, FIRST);
    complete(completed, asCompleted(list(completed)));
    var aborted = begin();
    send(aborted, 1, LAST);
    abort(aborted);

    for (var upload : List.of(completed, aborted)) {
      assertThat(put(upload, 1, LAST, LAST, Map.of())).isEqualTo(404);
      assertRefused("NoSuchUpload", () -> list(upload));
      assertRefused("NoSuchUpload", () -> abort(upload));
    }
    assertThat(s3.listMultipartUploads(list -> list.bucket(Bucket.NAME).prefix(key)).uploads())
        .isEmpty();
  }

  @Test
  void attack29KnowsAnUploadByItsKeyToo() {
    var upload = begin();
    send(upload, 1, FIRST);
    var parts = asCompleted(list(upload));

    assertThatThrownBy(
            () ->
                s3.completeMultipartUpload(
                    it ->
                        it.bucket(Bucket.NAME)
                            .key(key + "0")
                            .uploadId(upload)
                            .multipartUpload(all -> all.parts(parts))))
        .isInstanceOfSatisfying(
            S3Exception.class, failure -> assertThat(failure.statusCode()).isEqualTo(404));
    assertThatThrownBy(() -> s3.headObject(it -> it.bucket(Bucket.NAME).key(key + "0")))
        .isInstanceOf(NoSuchKeyException.class);
  }

  @Test
  void takesPartsOfAClientThatSignsHeaders() {
    var upload = begin();
    s3.uploadPart(
        part ->
            part.bucket(Bucket.NAME)
                .key(key)
                .uploadId(upload)
                .partNumber(1)
                .checksumSHA256(Bucket.sha256(LAST)),
        RequestBody.fromBytes(LAST));

    assertThat(list(upload)).hasSize(1);
  }

  private String begin() {
    return s3.createMultipartUpload(
            create ->
                create
                    .bucket(Bucket.NAME)
                    .key(key)
                    .contentType("video/mp4")
                    .contentDisposition("attachment")
                    .checksumAlgorithm(ChecksumAlgorithm.SHA256))
        .uploadId();
  }

  private void send(String upload, int number, byte[] body) {
    assertThat(put(upload, number, body, body, Map.of())).isEqualTo(200);
  }

  /** The status of a part of these bytes at a URL for those announced. */
  private int put(
      String upload, int number, byte[] announced, byte[] body, Map<String, String> changed) {
    try (var presigner = Bucket.presigner()) {
      var minted =
          presigner.presignUploadPart(
              presign ->
                  presign
                      .signatureDuration(Duration.ofMinutes(5))
                      .uploadPartRequest(
                          part ->
                              part.bucket(Bucket.NAME)
                                  .key(key)
                                  .uploadId(upload)
                                  .partNumber(number)
                                  .contentLength((long) announced.length)
                                  .checksumSHA256(Bucket.sha256(announced))));
      return Bucket.put(minted, body, changed).statusCode();
    }
  }

  private List<Part> list(String upload) {
    return s3.listParts(list -> list.bucket(Bucket.NAME).key(key).uploadId(upload)).parts();
  }

  private void abort(String upload) {
    s3.abortMultipartUpload(it -> it.bucket(Bucket.NAME).key(key).uploadId(upload));
  }

  private CompleteMultipartUploadResponse complete(String upload, List<CompletedPart> parts) {
    return s3.completeMultipartUpload(
        it ->
            it.bucket(Bucket.NAME)
                .key(key)
                .uploadId(upload)
                .ifNoneMatch("*")
                .multipartUpload(all -> all.parts(parts)));
  }

  private static List<CompletedPart> asCompleted(List<Part> parts) {
    return parts.stream()
        .map(
            part ->
                CompletedPart.builder()
                    .partNumber(part.partNumber())
                    .eTag(part.eTag())
                    .checksumSHA256(part.checksumSHA256())
                    .build())
        .toList();
  }

  private static CompletedPart completed(int number, byte[] body, String tag) {
    return CompletedPart.builder()
        .partNumber(number)
        .eTag(tag)
        .checksumSHA256(Bucket.sha256(body))
        .build();
  }

  private void assertRefused(String code, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            S3Exception.class,
            failure -> assertThat(failure.awsErrorDetails().errorCode()).isEqualTo(code));
  }

  private static byte[] bytes(int length, int seed) {
    var bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
