package io.albumen.local.sigv4;

import static io.albumen.local.sigv4.SignatureFailure.Fault.INCOMPLETE;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code Authorization} header taken apart.
 *
 * @param signedHeaders lower-case names in the order given
 */
record Authorization(Scope scope, List<String> signedHeaders, String signature) {
  static final String ALGORITHM = "AWS4-HMAC-SHA256";

  /** The credential scope. */
  record Scope(String accessKeyId, String date, String region, String service) {

    String text() {
      return "%s/%s/%s/aws4_request".formatted(date, region, service);
    }

    private static Scope parse(String credential) {
      var parts = credential.split("/", -1);
      if (parts.length != 5 || !parts[4].equals("aws4_request")) {
        throw incomplete("Credential must have exactly 5 slash-delimited elements");
      }
      return new Scope(parts[0], parts[1], parts[2], parts[3]);
    }
  }

  static Authorization parse(String header) {
    if (!header.startsWith(ALGORITHM + " ")) {
      throw incomplete("Unsupported AWS 'algorithm'");
    }
    var fields = fields(header.substring(ALGORITHM.length() + 1));
    return new Authorization(
        Scope.parse(field(fields, "Credential")),
        List.of(field(fields, "SignedHeaders").split(";")),
        field(fields, "Signature"));
  }

  private static Map<String, String> fields(String text) {
    var fields = new HashMap<String, String>();
    Arrays.stream(text.split(","))
        .map(part -> part.strip().split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> fields.put(pair[0], pair[1]));
    return fields;
  }

  private static String field(Map<String, String> fields, String name) {
    var value = fields.get(name);
    if (value == null || value.isEmpty()) {
      throw incomplete("Authorization header requires '%s' parameter".formatted(name));
    }
    return value;
  }

  private static SignatureFailure incomplete(String message) {
    return new SignatureFailure(INCOMPLETE, message + ".");
  }
}
