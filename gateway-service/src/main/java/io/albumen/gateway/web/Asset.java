package io.albumen.gateway.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.impl.MimeMapping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One file of the web app.
 *
 * @param zipped the same in gzip, where that is worth it
 * @param tag strong entity tag; the zipped form has its own
 */
record Asset(
    Buffer bytes, @Nullable Buffer zipped, String contentType, String tag, boolean immutable) {
  private static final Set<String> TEXT =
      Set.of("css", "html", "js", "json", "map", "svg", "txt", "webmanifest", "xml");
  private static final int TAG_BYTES = 16;

  /**
   * @param name path in the app, as {@code assets/index-4f2a.js}
   */
  static Asset of(String name, byte[] bytes) {
    var extension = name.substring(name.lastIndexOf('.') + 1);
    return new Asset(
        Buffer.buffer(bytes),
        TEXT.contains(extension) ? zip(bytes) : null,
        contentType(name, extension),
        HexFormat.of().formatHex(sha256(bytes), 0, TAG_BYTES),
        name.startsWith("assets/")); // the build puts a hash into the names there
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

  private static @Nullable Buffer zip(byte[] bytes) {
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.size() < bytes.length ? Buffer.buffer(zipped.toByteArray()) : null;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
