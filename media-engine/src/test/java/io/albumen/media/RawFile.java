package io.albumen.media;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** A TIFF of one directory of the first kind and one below it, as cameras write their raw files. */
final class RawFile {
  private static final int SHORT = 3;
  private static final int LONG = 4;

  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 20);
  private int entries;

  private RawFile(ByteOrder order) {
    bytes.order(order);
    bytes.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(US_ASCII));
    bytes.putShort((short) 42).putInt(8).putShort((short) 0);
  }

  static RawFile littleEndian() {
    return new RawFile(ByteOrder.LITTLE_ENDIAN);
  }

  static RawFile bigEndian() {
    return new RawFile(ByteOrder.BIG_ENDIAN);
  }

  RawFile number(int tag, int value) {
    entry(tag, LONG, 1).putInt(value);
    return this;
  }

  RawFile small(int tag, int value) {
    entry(tag, SHORT, 1).putShort((short) value).putShort((short) 0);
    return this;
  }

  /** Text that lies behind the directory. */
  RawFile text(int tag, String value) {
    entry(tag, 2, value.length() + 1).putInt(4096 - 256 + 32 * entries);
    var at = 4096 - 256 + 32 * entries;
    bytes.put(at, (value + "\0").getBytes(US_ASCII));
    return this;
  }

  /** A directory that holds a JPEG, which is put behind all. */
  RawFile preview(byte[] jpeg) {
    entry(0x014a, LONG, 1).putInt(8192);
    int end = bytes.position();
    bytes.position(8192).putShort((short) 2);
    bytes.putShort((short) 0x0201).putShort((short) LONG).putInt(1).putInt(9000);
    bytes.putShort((short) 0x0202).putShort((short) LONG).putInt(1).putInt(jpeg.length);
    bytes.putInt(0);
    bytes.put(9000, jpeg);
    bytes.position(end);
    return this;
  }

  private ByteBuffer entry(int tag, int type, int count) {
    entries++;
    return bytes.putShort((short) tag).putShort((short) type).putInt(count);
  }

  Path write(Path file, int length) throws IOException {
    bytes.putShort(8, (short) entries).putInt(bytes.position(), 0);
    return Files.write(file, java.util.Arrays.copyOf(bytes.array(), length));
  }
}
