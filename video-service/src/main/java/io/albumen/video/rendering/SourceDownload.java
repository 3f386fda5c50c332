package io.albumen.video.rendering;

import io.albumen.common.Sha256;
import io.albumen.media.MediaFormat;
import io.albumen.media.MediaSniffer;
import io.albumen.video.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Duration;
import java.util.HexFormat;

/** Fetches originals to disk and makes sure that each is what photo-service says it is. */
final class SourceDownload {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final HttpClient http;

  SourceDownload(HttpClient http) {
    this.http = http;
  }

  /**
   * @throws IOException if it did not arrive whole and unharmed; may pass
   * @throws FilmRefused if it is no media of the kind
   */
  MediaFormat fetch(Source.Readable source, Path file) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(source.url()).timeout(TIMEOUT).build();
    var answer = http.send(request, BodyHandlers.ofInputStream());
    try (var body = answer.body()) {
      if (answer.statusCode() != 200) {
        throw new IOException(
            "source %s answered %d".formatted(source.mediaId(), answer.statusCode()));
      }
      var sha256 = save(body, source.sizeBytes(), file);
      if (Files.size(file) != source.sizeBytes() || !sha256.equals(source.sha256())) {
        throw new IOException("source %s is not what it was".formatted(source.mediaId()));
      }
    }
    return sniff(source, file);
  }

  /** Stops one byte after what was announced, so that a wrong object can't fill the disk. */
  private static String save(InputStream body, long size, Path file) throws IOException {
    var digesting = new DigestInputStream(body, Sha256.digest());
    try (var out = Files.newOutputStream(file)) {
      var buffer = new byte[64 * 1024];
      long left = size + 1;
      while (left > 0) {
        int read = digesting.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          break;
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
    return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
  }

  private static MediaFormat sniff(Source.Readable source, Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return MediaSniffer.sniff(in.readNBytes(MediaSniffer.LEADING_BYTES))
          .filter(format -> format.kind().name().equals(source.kind().name()))
          .orElseThrow(
              () ->
                  new FilmRefused("source-unusable", source.mediaId() + " is no " + source.kind()));
    }
  }
}
