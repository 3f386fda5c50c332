package io.albumen.gateway.compression;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Puts an answer of a service into gzip as it streams by: JSON of more than a kilobyte that the
 * service has left plain. What comes with a secret of its own stays plain, lest its length tell of
 * it (BREACH): all of {@code /auth} and {@code /users}, and whatever sets a cookie.
 */
public final class AnswerCoding implements AutoCloseable {
  private static final int WORTHWHILE = 1024;
  private static final int LEVEL = 4; // a third of the default's time for a tenth more bytes
  private static final int CHUNK = 8192;
  private static final List<String> WITH_SECRETS = List.of("/api/v1/auth/", "/api/v1/users/");
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, -1};
  private static final int TRAILER_BYTES = 8;
  private final Deflater deflater = new Deflater(LEVEL, true);
  private final CRC32 checksum = new CRC32();
  private boolean begun;
  private boolean closed;

  AnswerCoding() {}

  /**
   * Says in the headers that the answer is coded, if it is to be.
   *
   * @param headers the answer's, as they will go out
   * @param length of the body, or negative where it is not known
   */
  public static @Nullable AnswerCoding begin(
      HttpServerRequest request, MultiMap headers, long length) {
    if (!isJson(headers) || (length >= 0 && length < WORTHWHILE) || isSecret(request, headers)) {
      return null;
    }
    headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (headers.contains(HttpHeaders.CONTENT_ENCODING)
        || headers.contains(HttpHeaders.CONTENT_RANGE)
        || request.version() == HttpVersion.HTTP_1_0
        || !AcceptedCodings.of(request).allows("gzip")) {
      return null;
    }
    headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
    headers.remove(HttpHeaders.CONTENT_LENGTH);
    var tag = headers.get(HttpHeaders.ETAG);
    if (tag != null && !tag.startsWith("W/")) {
      headers.set(HttpHeaders.ETAG, "W/" + tag); // no longer the same bytes
    }
    return new AnswerCoding();
  }

  private static boolean isJson(MultiMap headers) {
    var type = headers.get(HttpHeaders.CONTENT_TYPE);
    return type != null
        && (type.startsWith("application/json") || type.startsWith("application/problem+json"));
  }

  private static boolean isSecret(HttpServerRequest request, MultiMap headers) {
    var control = headers.get(HttpHeaders.CACHE_CONTROL);
    return headers.contains(HttpHeaders.SET_COOKIE)
        || (control != null && control.contains("no-transform"))
        || WITH_SECRETS.stream().anyMatch(request.path()::startsWith);
  }

  /** What of the coded answer is ready; often nothing. */
  public Buffer take(Buffer data) {
    var bytes = data.getBytes();
    checksum.update(bytes);
    deflater.setInput(bytes);
    return deflate();
  }

  /** The rest. */
  public Buffer finish() {
    deflater.finish();
    var rest = deflate();
    var trailer = ByteBuffer.allocate(TRAILER_BYTES);
    trailer.putInt(Integer.reverseBytes((int) checksum.getValue()));
    trailer.putInt(Integer.reverseBytes((int) deflater.getBytesRead()));
    rest.appendBytes(trailer.array());
    close();
    return rest;
  }

  private Buffer deflate() {
    var coded = Buffer.buffer();
    if (!begun) {
      begun = true;
      coded.appendBytes(HEADER);
    }
    var chunk = new byte[CHUNK];
    for (int n = deflater.deflate(chunk); n > 0; n = deflater.deflate(chunk)) {
      coded.appendBytes(chunk, 0, n);
    }
    return coded;
  }

  /** Lets go of memory outside the heap; does nothing the second time. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      deflater.end();
    }
  }
}
