package io.albumen.local.sigv4;

import static io.albumen.local.sigv4.SignatureFailure.Fault.INCOMPLETE;
import static io.albumen.local.sigv4.SignatureFailure.Fault.MISMATCH;
import static io.albumen.local.sigv4.SignatureFailure.Fault.MISSING;
import static io.albumen.local.sigv4.SignatureFailure.Fault.UNKNOWN_KEY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import io.albumen.local.StackContext;
import io.albumen.local.protocol.AwsRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** Lets through only what the fleet's key signed, for this service, within the last minutes. */
public final class Signature {
  private static final Duration MAX_SKEW = Duration.ofMinutes(15);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(UTC);

  private final String service;
  private final String region;
  private final StackContext.Credentials credentials;
  private final Clock clock;

  /**
   * @param service the signing name, {@code cognito-idp} for one
   */
  public Signature(
      String service, String region, StackContext.Credentials credentials, Clock clock) {
    this.service = service;
    this.region = region;
    this.credentials = credentials;
    this.clock = clock;
  }

  /**
   * @throws SignatureFailure saying which check failed
   */
  public void verify(AwsRequest request) {
    var header =
        request
            .header("authorization")
            .orElseThrow(() -> new SignatureFailure(MISSING, "Missing Authentication Token"));
    var authorization = Authorization.parse(header);
    if (!authorization.scope().accessKeyId().equals(credentials.accessKeyId())) {
      throw new SignatureFailure(
          UNKNOWN_KEY, "The security token included in the request is invalid.");
    }
    var stamp = stamp(request);
    checkScope(authorization.scope(), stamp);
    checkHeaders(request, authorization);
    checkSignature(request, authorization, stamp);
  }

  private String stamp(AwsRequest request) {
    var stamp =
        request
            .header("x-amz-date")
            .orElseThrow(
                () ->
                    new SignatureFailure(
                        INCOMPLETE, "Authorization header requires existence of 'X-Amz-Date'."));
    var signedAt = parse(stamp);
    var now = clock.instant();
    if (signedAt.isBefore(now.minus(MAX_SKEW))) {
      throw mismatch(
          "Signature expired: %s is now earlier than %s (%s - 15 min.)"
              .formatted(stamp, STAMP.format(now.minus(MAX_SKEW)), STAMP.format(now)));
    }
    if (signedAt.isAfter(now.plus(MAX_SKEW))) {
      throw mismatch(
          "Signature not yet current: %s is still later than %s (%s + 15 min.)"
              .formatted(stamp, STAMP.format(now.plus(MAX_SKEW)), STAMP.format(now)));
    }
    return stamp;
  }

  private static Instant parse(String stamp) {
    try {
      return Instant.from(STAMP.parse(stamp));
    } catch (DateTimeException e) {
      throw new SignatureFailure(
          INCOMPLETE, "Date must be in ISO-8601 'basic format'. Got '%s'.".formatted(stamp));
    }
  }

  private void checkScope(Authorization.Scope scope, String stamp) {
    if (!stamp.startsWith(scope.date())) {
      throw mismatch("Date in Credential scope does not match YYYYMMDD from ISO-8601 date.");
    }
    if (!scope.region().equals(region)) {
      throw mismatch("Credential should be scoped to a valid region.");
    }
    if (!scope.service().equals(service)) {
      throw mismatch("Credential should be scoped to correct service: '%s'.".formatted(service));
    }
  }

  /** What AWS insists on being signed; otherwise a header could be swapped on the way. */
  private static void checkHeaders(AwsRequest request, Authorization authorization) {
    var signed = authorization.signedHeaders();
    request.headers().keySet().stream()
        .filter(name -> name.equals("host") || name.startsWith("x-amz-"))
        .filter(name -> !signed.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw mismatch("'%s' must be a 'SignedHeader' in the request.".formatted(name));
            });
  }

  private void checkSignature(AwsRequest request, Authorization authorization, String stamp) {
    var canonical = CanonicalRequest.of(request, authorization.signedHeaders());
    var toSign =
        String.join(
            "\n",
            Authorization.ALGORITHM,
            stamp,
            authorization.scope().text(),
            Hashes.sha256(canonical.getBytes(UTF_8)));
    var expected = HexFormat.of().formatHex(Hashes.hmac(signingKey(authorization), toSign));
    if (!Hashes.same(expected, authorization.signature())) {
      throw mismatch(
          "The request signature we calculated does not match the signature you provided. Check"
              + " your AWS Secret Access Key and signing method. Consult the service documentation"
              + " for details.");
    }
  }

  private byte[] signingKey(Authorization authorization) {
    var date =
        Hashes.hmac(
            ("AWS4" + credentials.secretAccessKey()).getBytes(UTF_8), authorization.scope().date());
    return Hashes.hmac(Hashes.hmac(Hashes.hmac(date, region), service), "aws4_request");
  }

  private static SignatureFailure mismatch(String message) {
    return new SignatureFailure(MISMATCH, message);
  }
}
