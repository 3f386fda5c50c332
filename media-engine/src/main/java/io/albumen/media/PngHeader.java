package io.albumen.media;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A PNG without its pixels and its text, for reading metadata: a compressed text chunk may unfold
 * to a thousand times its size, so only small chunks of known use are let through.
 */
final class PngHeader {
  private static final Map<String, Integer> LIMITS =
      Map.of("IHDR", 13, "eXIf", 1 << 20, "iCCP", 1 << 16, "tIME", 7, "cICP", 4, "IEND", 0);
  private static final int MAX_CHUNKS = 100_000;

  private PngHeader() {}

  static InputStream open(Path file) throws IOException {
    var kept = new ByteArrayOutputStream();
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
        var out = new DataOutputStream(kept)) {
      out.write(in.readNBytes(8));
      copyChunks(in, out);
    } catch (EOFException e) {
      // cut short: what came before is still good
    }
    return new ByteArrayInputStream(kept.toByteArray());
  }

  private static void copyChunks(DataInputStream in, DataOutputStream out) throws IOException {
    for (int i = 0; i < MAX_CHUNKS; i++) {
      int length = in.readInt();
      var type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
      if (length < 0) {
        return;
      }
      if (length <= LIMITS.getOrDefault(type, -1)) {
        var body = in.readNBytes(length + 4);
        out.write(ByteBuffer.allocate(4).putInt(length).array());
        out.write(type.getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
      } else {
        in.skipNBytes(length + 4L);
      }
      if (type.equals("IEND")) {
        return;
      }
    }
  }
}
