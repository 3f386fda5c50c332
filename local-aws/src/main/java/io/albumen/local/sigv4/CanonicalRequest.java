package io.albumen.local.sigv4;

import io.albumen.local.protocol.AwsRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The text that both sides hash: any byte that differs on the way changes it. */
final class CanonicalRequest {
  private CanonicalRequest() {}

  static String of(AwsRequest request, List<String> signedHeaders) {
    return String.join(
        "\n",
        request.method(),
        request.path().isEmpty() ? "/" : request.path(),
        query(request.query()),
        headers(request, signedHeaders),
        String.join(";", signedHeaders),
        Hashes.sha256(request.body()));
  }

  private static String query(String raw) {
    return Arrays.stream(raw.split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.contains("=") ? pair : pair + "=")
        .sorted()
        .collect(Collectors.joining("&"));
  }

  private static String headers(AwsRequest request, List<String> signedHeaders) {
    return signedHeaders.stream()
        .map(name -> name + ":" + values(request, name) + "\n")
        .collect(Collectors.joining());
  }

  private static String values(AwsRequest request, String name) {
    return request.headers().getOrDefault(name, List.of()).stream()
        .map(value -> value.strip().replaceAll(" +", " "))
        .collect(Collectors.joining(","));
  }
}
