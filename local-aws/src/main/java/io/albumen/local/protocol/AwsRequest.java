package io.albumen.local.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it was signed.
 *
 * @param path raw, still percent-encoded
 * @param query raw, without the question mark; empty when there is none
 * @param headers by lower-case name, values in the order they came
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record AwsRequest(
    String method, String path, String query, Map<String, List<String>> headers, byte[] body) {

  /** First value of a header. */
  public Optional<String> header(String lowerCaseName) {
    return headers.getOrDefault(lowerCaseName, List.of()).stream().findFirst();
  }
}
