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
import java.util.List;

/** The EXIF, XMP and ICC segments of a JPEG, as far as they come before its pixels. */
public final class JpegHeader {
  private static final List<String> WANTED = List.of("Exif\0", "ICC_PROFILE\0");

  /** Not extended XMP: it may claim gigabytes that it does not have. */
  private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";

  private static final int START_OF_IMAGE = 0xffd8;
  private static final int END_OF_IMAGE = 0xffd9;
  private static final int START_OF_SCAN = 0xffda;
  private static final int APP1 = 0xffe1;
  private static final int APP2 = 0xffe2;
  private static final int MAX_SEGMENTS = 2000;

  private JpegHeader() {}

  public static InputStream open(Path file) throws IOException {
    return open(new BufferedInputStream(Files.newInputStream(file)));
  }

  /** Closes the stream. */
  static InputStream open(InputStream stream) throws IOException {
    var kept = new ByteArrayOutputStream();
    var out = new DataOutputStream(kept);
    out.writeShort(START_OF_IMAGE);
    try (var in = new DataInputStream(stream)) {
      if (in.readUnsignedShort() == START_OF_IMAGE) {
        copySegments(in, out);
      }
    } catch (EOFException e) {
      // cut short: what came before is still good
    }
    out.writeShort(END_OF_IMAGE);
    return new ByteArrayInputStream(kept.toByteArray());
  }

  private static void copySegments(DataInputStream in, DataOutputStream out) throws IOException {
    for (int i = 0; i < MAX_SEGMENTS; i++) {
      int marker = in.readUnsignedShort();
      while (marker == 0xffff) { // padding
        marker = 0xff00 | in.readUnsignedByte();
      }
      if (marker < 0xff02 || marker == START_OF_SCAN || marker == END_OF_IMAGE) {
        return;
      }
      int length = in.readUnsignedShort();
      if (length < 2) {
        return;
      }
      var body = new byte[length - 2];
      in.readFully(body);
      if ((marker == APP1 || marker == APP2) && isWanted(body)) {
        out.writeShort(marker);
        out.writeShort(length);
        out.write(body);
      }
    }
  }

  private static boolean isWanted(byte[] body) {
    var start = new String(body, 0, Math.min(body.length, 32), StandardCharsets.ISO_8859_1);
    if (start.startsWith(XMP)) {
      return XmpPacket.isHarmless(Arrays.copyOfRange(body, XMP.length(), body.length));
    }
    return WANTED.stream().anyMatch(start::startsWith);
  }
}
