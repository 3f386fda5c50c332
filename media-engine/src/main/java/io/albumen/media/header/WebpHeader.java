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
import java.util.Arrays;
import java.util.Set;

/** The EXIF, XMP and ICC chunks of a WebP. */
public final class WebpHeader {
  private static final Set<String> WANTED = Set.of("VP8X", "EXIF", "XMP ", "ICCP");
  private static final int MAX_CHUNK = 1 << 20;
  private static final int MAX_CHUNKS = 10_000;

  /** Flags of the extended header. */
  private static final int ALPHA = 0x10;

  private static final int MOVES = 2;

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

  public static StillHeader measure(Path file) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      var head = ByteBuffer.wrap(in.readNBytes(30)).order(ByteOrder.LITTLE_ENDIAN);
      if (head.limit() < 30) {
        throw new EOFException("cut short");
      }
      return switch (new String(head.array(), 12, 4, StandardCharsets.US_ASCII)) {
        case "VP8X" -> {
          var canvas =
              StillHeader.of(
                  1 + (head.getInt(23) >>> 8),
                  1 + (head.getInt(26) >>> 8),
                  (head.get(20) & ALPHA) != 0);
          yield (head.get(20) & MOVES) != 0 ? canvas.withFrames(frames(in)) : canvas;
        }
        case "VP8L" -> {
          int bits = head.getInt(21);
          yield StillHeader.of(
              1 + (bits & 0x3fff), 1 + (bits >>> 14 & 0x3fff), (bits >>> 28 & 1) == 1);
        }
        case "VP8 " ->
            StillHeader.of(head.getShort(26) & 0x3fff, head.getShort(28) & 0x3fff, false);
        default -> throw new IOException("no WebP");
      };
    }
  }

  private static int frames(DataInputStream in) throws IOException {
    int frames = 0;
    try {
      for (int i = 0; i < MAX_CHUNKS && frames <= StillHeader.MAX_FRAMES; i++) {
        var head = new byte[8];
        in.readFully(head);
        frames += new String(head, 0, 4, StandardCharsets.ISO_8859_1).equals("ANMF") ? 1 : 0;
        long length =
            Integer.toUnsignedLong(ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
        in.skipNBytes(length + (length & 1));
      }
    } catch (EOFException e) {
      // the usual end
    }
    return Math.max(1, frames);
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
      boolean xmp = head[0] == 'X';
      if (!xmp || XmpPacket.isHarmless(Arrays.copyOf(body, (int) length))) {
        out.write(head);
        out.write(body);
      }
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
