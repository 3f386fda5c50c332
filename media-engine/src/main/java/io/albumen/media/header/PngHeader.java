package io.albumen.media.header;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** A PNG without its pixels and its text, but for XMP. */
public final class PngHeader {
  private static final Map<String, Integer> LIMITS =
      Map.of("IHDR", 13, "eXIf", 1 << 20, "iCCP", 1 << 16, "iTXt", 1 << 20);
  private static final String XMP = "XML:com.adobe.xmp\0\0\0\0\0";
  private static final byte[] END = {
    0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82
  };
  private static final int MAX_CHUNKS = 100_000;

  /** A bit of the colour type. */
  private static final int ALPHA = 4;

  private PngHeader() {}

  public static InputStream open(Path file) throws IOException {
    var kept = new ByteArrayOutputStream();
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      kept.write(in.readNBytes(8));
      copyChunks(in, new DataOutputStream(kept));
    } catch (EOFException e) {
      // cut short: what came before is still good
    }
    kept.write(END);
    return new ByteArrayInputStream(kept.toByteArray());
  }

  /** Stops where the pixels begin, but for one that moves, whose pictures are counted. */
  public static StillHeader measure(Path file) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.skipNBytes(16);
      var frame = StillHeader.of(in.readInt(), in.readInt(), false);
      in.skipNBytes(1);
      int colours = in.readUnsignedByte();
      in.skipNBytes(7);
      return measure(in, frame, (colours & ALPHA) != 0);
    }
  }

  private static StillHeader measure(DataInputStream in, StillHeader frame, boolean alpha)
      throws IOException {
    boolean transparent = alpha;
    boolean moving = false;
    int primaries = frame.primaries();
    int transfer = frame.transfer();
    int frames = 0;
    try {
      for (int i = 0; i < MAX_CHUNKS && frames <= StillHeader.MAX_FRAMES; i++) {
        int length = in.readInt();
        var name = new byte[4];
        in.readFully(name);
        var type = new String(name, StandardCharsets.ISO_8859_1);
        if (length < 0 || type.equals("IEND") || type.equals("IDAT") && !moving) {
          break;
        }
        transparent |= type.equals("tRNS");
        moving |= type.equals("acTL");
        frames += type.equals("fcTL") ? 1 : 0;
        boolean coded = type.equals("cICP") && length == 4;
        primaries = coded ? in.readUnsignedByte() : primaries;
        transfer = coded ? in.readUnsignedByte() : transfer;
        in.skipNBytes(length + 4L - (coded ? 2 : 0));
      }
    } catch (EOFException e) {
      // cut short: what decodes it judges what is missing
    }
    return new StillHeader(
        frame.width(),
        frame.height(),
        transparent,
        moving ? Math.max(1, frames) : 1,
        primaries,
        transfer,
        1);
  }

  private static void copyChunks(DataInputStream in, DataOutputStream out) throws IOException {
    for (int i = 0; i < MAX_CHUNKS; i++) {
      int length = in.readInt();
      var name = new byte[4];
      in.readFully(name);
      var type = new String(name, StandardCharsets.ISO_8859_1);
      if (length < 0 || type.equals("IEND")) {
        return;
      }
      if (length > LIMITS.getOrDefault(type, -1)) {
        in.skipNBytes(length + 4L);
        continue;
      }
      var body = new byte[length + 4];
      in.readFully(body);
      if (!type.equals("iTXt") || isXmp(body, length)) {
        out.writeInt(length);
        out.write(name);
        out.write(body);
      }
    }
  }

  /** Text that is not compressed, and a packet without surprises. */
  private static boolean isXmp(byte[] body, int length) {
    var start = new String(body, 0, Math.min(length, XMP.length()), StandardCharsets.ISO_8859_1);
    return start.equals(XMP)
        && XmpPacket.isHarmless(Arrays.copyOfRange(body, XMP.length(), length));
  }
}
