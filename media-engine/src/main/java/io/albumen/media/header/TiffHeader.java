package io.albumen.media.header;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A TIFF, or a raw file, without its pixels, its previews and its maker's notes: a small TIFF of
 * what remains.
 */
public final class TiffHeader {
  private static final int MAX_VALUE = 4096;
  private static final int MAX_PACKET = 1 << 20;
  private static final int XMP = 0x02bc;
  private static final int PROFILE = 0x8773;
  private static final int LONG = 4;

  private static final int WIDTH = 0x0100;
  private static final int HEIGHT = 0x0101;
  private static final int EXTRA_SAMPLES = 0x0152;

  /** Places in the old file, the maker's notes, and what only they could interpret. */
  private static final Set<Integer> LEFT_OUT =
      Set.of(
          TiffFile.SUB_DIRECTORIES,
          TiffFile.EXIF,
          TiffFile.GPS,
          0x0111,
          0x0117,
          0x0144,
          0x0145,
          0x0201,
          0x0202,
          0x83bb,
          0x8649,
          0x927c,
          0xa005,
          0xc634);

  private TiffHeader() {}

  public static InputStream open(Path file) throws IOException {
    try (var tiff = TiffFile.open(file)) {
      return new ByteArrayInputStream(copy(tiff));
    }
  }

  /** Size of the first picture, which is a plain TIFF's only one that counts. */
  public static StillHeader measure(Path file) throws IOException {
    try (var tiff = TiffFile.open(file)) {
      var first = first(tiff, TiffFile.Role.PICTURE).orElseThrow(() -> new IOException("empty"));
      return StillHeader.of(
          tiff.number(first, WIDTH),
          tiff.number(first, HEIGHT),
          first.fields().containsKey(EXTRA_SAMPLES));
    }
  }

  private static byte[] copy(TiffFile tiff) throws IOException {
    var main = kept(tiff, TiffFile.Role.PICTURE);
    var exif = kept(tiff, TiffFile.Role.EXIF);
    var gps = kept(tiff, TiffFile.Role.GPS);
    int exifAt = 8 + main.length(2);
    int gpsAt = exifAt + exif.length(0);
    var out = new ByteArrayOutputStream();
    boolean little = tiff.order() == ByteOrder.LITTLE_ENDIAN;
    out.write(new byte[] {(byte) (little ? 'I' : 'M'), (byte) (little ? 'I' : 'M')});
    out.write(number(tiff.order(), 2, 42));
    out.write(number(tiff.order(), 4, 8));
    main.write(
        out,
        8,
        List.of(
            pointer(tiff.order(), TiffFile.EXIF, exifAt),
            pointer(tiff.order(), TiffFile.GPS, gpsAt)));
    exif.write(out, exifAt, List.of());
    gps.write(out, gpsAt, List.of());
    return out.toByteArray();
  }

  private static Optional<TiffFile.Directory> first(TiffFile tiff, TiffFile.Role role) {
    return tiff.directories().stream().filter(each -> each.role() == role).findFirst();
  }

  private static Part kept(TiffFile tiff, TiffFile.Role role) throws IOException {
    var part = new Part(tiff.order(), new ArrayList<>(), new ArrayList<>());
    var directory = first(tiff, role);
    if (directory.isEmpty()) {
      return part;
    }
    for (var field : directory.get().fields().values()) {
      boolean packet = field.tag() == XMP || field.tag() == PROFILE;
      if (!LEFT_OUT.contains(field.tag())
          && field.bytes() <= (packet ? MAX_PACKET : MAX_VALUE)
          && field.at() + field.bytes() <= tiff.size()) {
        var value = tiff.value(field).array();
        if (field.tag() != XMP || XmpPacket.isHarmless(value)) {
          part.heads.add(field.head());
          part.values.add(value);
        }
      }
    }
    return part;
  }

  private static byte[] pointer(ByteOrder order, int tag, int at) {
    return ByteBuffer.allocate(12)
        .order(order)
        .putShort((short) tag)
        .putShort((short) LONG)
        .putInt(1)
        .putInt(at)
        .array();
  }

  private static byte[] number(ByteOrder order, int bytes, int value) {
    var buffer = ByteBuffer.allocate(bytes).order(order);
    return (bytes == 2 ? buffer.putShort((short) value) : buffer.putInt(value)).array();
  }

  /** A directory of the copy: entries as they were, values anew behind them. */
  private record Part(ByteOrder order, List<byte[]> heads, List<byte[]> values) {
    int length(int more) {
      return 2
          + 12 * (heads.size() + more)
          + 4
          + values.stream().mapToInt(value -> value.length <= 4 ? 0 : value.length).sum();
    }

    void write(ByteArrayOutputStream to, int at, List<byte[]> pointers) throws IOException {
      var out = new DataOutputStream(to);
      out.write(number(order, 2, heads.size() + pointers.size()));
      int valueAt = at + 2 + 12 * (heads.size() + pointers.size()) + 4;
      for (int i = 0; i < heads.size(); i++) {
        var head = heads.get(i).clone();
        if (values.get(i).length > 4) {
          ByteBuffer.wrap(head).order(order).putInt(8, valueAt);
          valueAt += values.get(i).length;
        }
        out.write(head);
      }
      for (var pointer : pointers) {
        out.write(pointer);
      }
      out.writeInt(0);
      for (var value : values) {
        out.write(value.length <= 4 ? new byte[0] : value);
      }
    }
  }
}
