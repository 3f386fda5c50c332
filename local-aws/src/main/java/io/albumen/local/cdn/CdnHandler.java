package io.albumen.local.cdn;

import io.albumen.local.FleetResources;
import io.albumen.local.cdn.SignedUrls.Refusal;
import io.albumen.local.s3.MediaStore;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Answers GET and HEAD for objects, once the URL's signature has been found good. */
final class CdnHandler extends Handler.Abstract {
  private static final String DISPOSITION = "response-content-disposition";
  private static final String IMMUTABLE = "private, max-age=31536000, immutable";

  private final MediaStore store;
  private final SignedUrls signatures;
  private final List<String> origins;

  CdnHandler(MediaStore store, SignedUrls signatures, List<String> origins) {
    this.store = store;
    this.signatures = signatures;
    this.origins = origins;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    cors(request, response);
    var method = request.getMethod();
    if (HttpMethod.OPTIONS.is(method)) {
      status(response, HttpStatus.NO_CONTENT_204, callback);
    } else if (!HttpMethod.GET.is(method) && !HttpMethod.HEAD.is(method)) {
      status(response, HttpStatus.METHOD_NOT_ALLOWED_405, callback);
    } else {
      var refusal = check(request);
      if (refusal != null) {
        error(response, HttpStatus.FORBIDDEN_403, refusal, callback);
      } else {
        answer(request, response, callback);
      }
    }
    return true;
  }

  private @Nullable Refusal check(Request request) {
    var uri = request.getHttpURI();
    var url = "%s://%s%s".formatted(uri.getScheme(), uri.getAuthority(), uri.getPath());
    return signatures.check(url, uri.getQuery(), Instant.now());
  }

  private void answer(Request request, Response response, Callback callback) throws IOException {
    var key = keyOf(request);
    var found = store.blobMetadataIfPresent(FleetResources.BUCKET, key);
    if (found == null) {
      // as S3 answers a distribution that may not list the bucket
      error(response, HttpStatus.FORBIDDEN_403, Refusal.DENIED, callback);
      return;
    }
    headers(request, response, key, found);
    if (found.eTag().equals(request.getHeaders().get(HttpHeader.IF_NONE_MATCH))) {
      status(response, HttpStatus.NOT_MODIFIED_304, callback);
      return;
    }
    try {
      var range =
          ByteRange.parse(request.getHeaders().get(HttpHeader.RANGE), found.contentLength());
      send(request, response, key, found.contentLength(), range, callback);
    } catch (ByteRange.NotSatisfiable e) {
      response.getHeaders().put(HttpHeader.CONTENT_RANGE, "bytes */" + found.contentLength());
      status(response, HttpStatus.RANGE_NOT_SATISFIABLE_416, callback);
    }
  }

  private static String keyOf(Request request) {
    var path = request.getHttpURI().getPath().substring(1);
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private void send(
      Request request,
      Response response,
      String key,
      long size,
      Optional<ByteRange> range,
      Callback callback)
      throws IOException {
    var part = range.orElseGet(() -> new ByteRange(0, size - 1));
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, part.length());
    if (range.isPresent()) {
      response.setStatus(HttpStatus.PARTIAL_CONTENT_206);
      response
          .getHeaders()
          .put(
              HttpHeader.CONTENT_RANGE,
              "bytes %d-%d/%d".formatted(part.first(), part.last(), size));
    }
    if (HttpMethod.HEAD.is(request.getMethod())) {
      callback.succeeded();
      return;
    }
    var get = GetObjectRequest.builder().bucket(FleetResources.BUCKET).key(key);
    range.ifPresent(bytes -> get.range("bytes=%d-%d".formatted(bytes.first(), bytes.last())));
    try (var object = store.getBlob(get.build());
        var out = Content.Sink.asOutputStream(response)) {
      object.transferTo(out);
    }
    callback.succeeded();
  }

  private void headers(Request request, Response response, String key, HeadObjectResponse found) {
    var headers = response.getHeaders();
    headers.put(HttpHeader.CONTENT_TYPE, found.contentType());
    headers.put(HttpHeader.ETAG, found.eTag());
    headers.put(HttpHeader.ACCEPT_RANGES, "bytes");
    headers.put("X-Content-Type-Options", "nosniff");
    disposition(request, key, found).ifPresent(value -> headers.put("Content-Disposition", value));
    var cacheControl = found.cacheControl();
    if (cacheControl != null) {
      headers.put(HttpHeader.CACHE_CONTROL, cacheControl);
    } else if (key.startsWith("renditions/")) {
      headers.put(HttpHeader.CACHE_CONTROL, IMMUTABLE);
    }
  }

  /** The distribution hands the parameter on only where a download's name matters. */
  private static Optional<String> disposition(
      Request request, String key, HeadObjectResponse found) {
    if (key.startsWith("originals/") || key.startsWith("videos/")) {
      Fields query = Request.extractQueryParameters(request, StandardCharsets.UTF_8);
      var asked = query.getValue(DISPOSITION);
      if (asked != null) {
        return Optional.of(asked);
      }
    }
    return Optional.ofNullable(found.contentDisposition());
  }

  private void cors(Request request, Response response) {
    var origin = request.getHeaders().get(HttpHeader.ORIGIN);
    response.getHeaders().put(HttpHeader.VARY, "Origin");
    if (origin != null && origins.contains(origin)) {
      response.getHeaders().put("Access-Control-Allow-Origin", origin);
      response.getHeaders().put("Access-Control-Allow-Methods", "GET, HEAD");
      response.getHeaders().put("Access-Control-Allow-Headers", "Range, If-None-Match");
      response
          .getHeaders()
          .put("Access-Control-Expose-Headers", "Content-Length, Content-Range, ETag");
    }
  }

  private static void status(Response response, int status, Callback callback) {
    response.setStatus(status);
    callback.succeeded();
  }

  private static void error(Response response, int status, Refusal refusal, Callback callback) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/xml");
    Content.Sink.write(
        response,
        true,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>%s</Code><Message>%s</Message></Error>"
            .formatted(refusal.code(), refusal.message()),
        callback);
  }
}
