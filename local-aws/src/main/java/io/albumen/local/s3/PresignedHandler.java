package io.albumen.local.s3;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gaul.shaded.org.eclipse.jetty.http.HttpField;
import org.gaul.shaded.org.eclipse.jetty.http.HttpStatus;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;
import org.gaul.shaded.org.eclipse.jetty.util.Fields;

/**
 * Before S3Proxy, for URLs that were signed: refuses, as S3 does, headers of S3's own that the
 * signature doesn't cover, and parameters said twice, of which S3Proxy sees but one.
 */
final class PresignedHandler extends Handler.Wrapper {
  private static final Refusal SAID_TWICE =
      new Refusal(
          HttpStatus.FORBIDDEN_403,
          "SignatureDoesNotMatch",
          "The request signature we calculated does not match the signature you provided.");
  private static final Refusal NOT_SIGNED =
      new Refusal(
          HttpStatus.FORBIDDEN_403,
          "AccessDenied",
          "There were headers present in the request which were not signed");

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var query = Request.extractQueryParameters(request);
    if (query.getValue("X-Amz-Signature") == null) {
      return super.handle(request, response, callback);
    }
    if (query.stream().anyMatch(parameter -> parameter.getValues().size() > 1)) {
      return SAID_TWICE.send(response, callback);
    }
    return isSignedWhole(request, query)
        ? super.handle(request, response, callback)
        : NOT_SIGNED.send(response, callback);
  }

  private static boolean isSignedWhole(Request request, Fields query) {
    var signed = signedHeaders(query);
    return request.getHeaders().stream()
        .map(HttpField::getLowerCaseName)
        .allMatch(name -> !name.startsWith("x-amz-") || signed.contains(name));
  }

  private static Set<String> signedHeaders(Fields query) {
    var names = Optional.ofNullable(query.getValue("X-Amz-SignedHeaders")).orElse("");
    return Arrays.stream(names.toLowerCase(Locale.ROOT).split(";")).collect(Collectors.toSet());
  }
}
