package io.albumen.local.demo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what a camera would into a JPEG: when, and with what, a picture was taken.
 *
 * @see <a href="https://www.cipa.jp/std/documents/e/DC-008-Translation-2019-E.pdf">Exif 2.32</a>
 */
final class Exif {
  private static final int SOI_LENGTH = 2;
  private static final int TIFF_HEADER_LENGTH = 8;
  private static final int ENTRY_LENGTH = 12;
  private static final int ASCII = 2;
  private static final int LONG = 4;
  private static final int MAKE = 0x010F;
  private static final int MODEL = 0x0110;
  private static final int EXIF_IFD = 0x8769;
  private static final int DATE_TIME_ORIGINAL = 0x9003;
  private static final int OFFSET_TIME_ORIGINAL = 0x9011;

  private Exif() {}

  /** The JPEG with an APP1 segment after its start marker. */
  static byte[] tag(byte[] jpeg, OffsetDateTime takenAt) {
    var tiff = tiff(takenAt);
    var header = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    var out = new ByteArrayOutputStream(jpeg.length + tiff.length + 16);
    out.write(jpeg, 0, SOI_LENGTH);
    int length = 2 + header.length + tiff.length;
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
    out.writeBytes(header);
    out.writeBytes(tiff);
    out.write(jpeg, SOI_LENGTH, jpeg.length - SOI_LENGTH);
    return out.toByteArray();
  }

  private static byte[] tiff(OffsetDateTime takenAt) {
    var local = takenAt.format(DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss"));
    var camera = List.of(text(MAKE, "Albumen"), text(MODEL, "Demo"));
    var taken =
        List.of(
            text(DATE_TIME_ORIGINAL, local),
            text(OFFSET_TIME_ORIGINAL, takenAt.getOffset().getId().replace("Z", "+00:00")));
    int exifAt = TIFF_HEADER_LENGTH + lengthOf(camera) + ENTRY_LENGTH;
    var withPointer = new ArrayList<>(camera);
    withPointer.add(new Entry(EXIF_IFD, LONG, 1, ByteBuffer.allocate(4).putInt(exifAt).array()));
    var buffer = ByteBuffer.allocate(exifAt + lengthOf(taken));
    buffer.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42);
    buffer.putInt(TIFF_HEADER_LENGTH);
    write(buffer, withPointer);
    write(buffer, taken);
    return buffer.array();
  }

  private record Entry(int tag, int type, int count, byte[] value) {
    boolean isInline() {
      return value.length <= 4;
    }
  }

  private static Entry text(int tag, String value) {
    var bytes = (value + "\0").getBytes(StandardCharsets.US_ASCII);
    return new Entry(tag, ASCII, bytes.length, bytes);
  }

  private static int lengthOf(List<Entry> entries) {
    int values = entries.stream().filter(e -> !e.isInline()).mapToInt(e -> e.value.length).sum();
    return 2 + entries.size() * ENTRY_LENGTH + 4 + values;
  }

  private static void write(ByteBuffer buffer, List<Entry> entries) {
    int valuesAt = buffer.position() + 2 + entries.size() * ENTRY_LENGTH + 4;
    buffer.putShort((short) entries.size());
    for (var entry : entries) {
      buffer.putShort((short) entry.tag).putShort((short) entry.type).putInt(entry.count);
      if (entry.isInline()) {
        buffer.put(entry.value).put(new byte[4 - entry.value.length]);
      } else {
        buffer.putInt(valuesAt);
        valuesAt += entry.value.length;
      }
    }
    buffer.putInt(0);
    entries.stream().filter(e -> !e.isInline()).forEach(e -> buffer.put(e.value));
  }
}
