package io.albumen.media.header;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The EXIF, XMP and ICC chunks of a WebP. */
public final class WebpHeader {
  private static final Set<String> WANTED = Set.of("VP8X", "EXIF", "XMP ", "ICCP");
  private static final int MAX_CHUNK = 1 << 20;
  private static final int MAX_CHUNKS = 10_000;

  private WebpHeader() {}

  public static InputStream open(Path file) throws IOException {
    var kept = new ByteArrayOutputStream();
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.skipNBytes(12);
      copyChunks(in, kept);
    } catch (EOFException e) {
      // the usual end, and what came before is good
    }
    var riff = ByteBuffer.allocate(12 + kept.size()).order(ByteOrder.LITTLE_ENDIAN);
    riff.put(ascii("RIFF")).putInt(4 + kept.size()).put(ascii("WEBP")).put(kept.toByteArray());
    return new ByteArrayInputStream(riff.array());
  }

  /** Whether it moves, by its own flag. */
  public static boolean isAnimated(Path file) throws IOException {
    try (var stream = Files.newInputStream(file)) {
      var head = stream.readNBytes(21);
      boolean extended = new String(head, StandardCharsets.ISO_8859_1).startsWith("VP8X", 12);
      return head.length == 21 && extended && (head[20] & 2) != 0;
    }
  }

  private static void copyChunks(DataInputStream in, ByteArrayOutputStream out) throws IOException {
    for (int i = 0; i < MAX_CHUNKS; i++) {
      var head = new byte[8];
      in.readFully(head);
      long length =
          Integer.toUnsignedLong(ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
      long padded = length + (length & 1);
      if (length > MAX_CHUNK
          || !WANTED.contains(new String(head, 0, 4, StandardCharsets.ISO_8859_1))) {
        in.skipNBytes(padded);
        continue;
      }
      var body = new byte[(int) padded];
      in.readFully(body);
      out.write(head);
      out.write(body);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
