package io.albumen.photo.storage.s3;

import io.albumen.photo.storage.PresignedPut;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;

/** What the SDK has signed, as clients are told it. */
final class S3Presigned {
  private static final Set<String> SENT_BY_ITSELF = Set.of("host", "content-length");

  private S3Presigned() {}

  static PresignedPut put(PresignedRequest presigned) {
    return put(presigned.url().toString(), presigned.signedHeaders());
  }

  static PresignedPut put(String url, Map<String, List<String>> signedHeaders) {
    var headers =
        signedHeaders.entrySet().stream()
            .filter(header -> !SENT_BY_ITSELF.contains(header.getKey().toLowerCase(Locale.ROOT)))
            .collect(Collectors.toMap(Map.Entry::getKey, header -> header.getValue().getFirst()));
    return new PresignedPut(url, headers);
  }
}
