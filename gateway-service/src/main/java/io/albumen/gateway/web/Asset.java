package io.albumen.gateway.web;

import io.albumen.common.Sha256;
import io.albumen.gateway.compression.AcceptedCodings;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.MimeMapping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file in memory, in the codings that make it smaller, each with an entity tag of its own.
 *
 * @param immutable its name changes whenever it does
 */
public record Asset(
    Form plain, @Nullable Form brotli, @Nullable Form gzip, String contentType, boolean immutable) {
  private static final Set<String> TEXT =
      Set.of("css", "html", "js", "json", "map", "svg", "txt", "webmanifest", "xml");
  private static final int TAG_BYTES = 16;

  private record Form(Buffer bytes, String tag, @Nullable String coding) {}

  /**
   * @param name as {@code assets/index-4f2a.js}
   * @param brotli the same in brotli, where the build has made it
   */
  public static Asset of(String name, byte[] bytes, Optional<byte[]> brotli, boolean immutable) {
    var extension = name.substring(name.lastIndexOf('.') + 1);
    var tag = HexFormat.of().formatHex(Sha256.of(bytes), 0, TAG_BYTES);
    var gzip = TEXT.contains(extension) ? gzip(bytes) : bytes;
    return new Asset(
        new Form(Buffer.buffer(bytes), "\"" + tag + "\"", null),
        brotli
            .map(smaller -> new Form(Buffer.buffer(smaller), "\"" + tag + "-br\"", "br"))
            .orElse(null),
        gzip.length < bytes.length
            ? new Form(Buffer.buffer(gzip), "\"" + tag + "-gz\"", "gzip")
            : null,
        contentType(name, extension),
        immutable);
  }

  /** Answers a GET or HEAD, or says that nothing has changed. */
  public void answer(HttpServerRequest request) {
    var form = formFor(request);
    var response = request.response();
    response.putHeader(HttpHeaders.ETAG, form.tag());
    response.putHeader(
        HttpHeaders.CACHE_CONTROL, immutable ? "public, max-age=31536000, immutable" : "no-cache");
    if (brotli != null || gzip != null) {
      response.putHeader(HttpHeaders.VARY, "Accept-Encoding");
    }
    if (unchanged(request, form.tag())) {
      var _ = response.setStatusCode(304).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, contentType);
    response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(form.bytes().length()));
    if (form.coding() != null) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, form.coding());
    }
    var _ = request.method() == HttpMethod.HEAD ? response.end() : response.end(form.bytes());
  }

  private Form formFor(HttpServerRequest request) {
    var accepted = AcceptedCodings.of(request);
    if (brotli != null && accepted.allows("br")) {
      return brotli;
    }
    return gzip != null && accepted.allows("gzip") ? gzip : plain;
  }

  private static boolean unchanged(HttpServerRequest request, String tag) {
    return request.headers().getAll(HttpHeaders.IF_NONE_MATCH).stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(String::strip)
        .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
  }

  private static String contentType(String name, String extension) {
    var type =
        switch (extension) {
          case "js" -> "text/javascript";
          case "webmanifest" -> "application/manifest+json";
          case "woff2" -> "font/woff2";
          default -> MimeMapping.getMimeTypeForFilename(name);
        };
    if (type == null) {
      return "application/octet-stream";
    }
    return type.startsWith("text/") ? type + "; charset=utf-8" : type;
  }

  private static byte[] gzip(byte[] bytes) {
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }
}
