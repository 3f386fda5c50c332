package io.albumen.photo.processing.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Bytes that no honest camera writes. */
final class Hostile {
  private Hostile() {}

  static byte[] ascii(String text) {
    return text.getBytes(ISO_8859_1);
  }

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] repeat(byte[] part, int times) {
    var out = new ByteArrayOutputStream(part.length * times);
    for (int i = 0; i < times; i++) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] bigEndian(int number) {
    return ByteBuffer.allocate(4).putInt(number).array();
  }

  static byte[] littleEndian(int number) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }

  /** A GIF whose screen has this size and whose pictures are one pixel each. */
  static byte[] gif(int width, int height, int frames) {
    var size =
        ByteBuffer.allocate(4)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putShort((short) width)
            .putShort((short) height);
    return join(
        ascii("GIF89a"),
        size.array(),
        hex("800000 000000 ffffff"),
        repeat(hex("2c 00000000 01000100 00 02 02 4401 00"), frames),
        hex("3b"));
  }

  /** A chunk of a PNG. */
  static byte[] chunk(String type, byte[] body) {
    var named = join(ascii(type), body);
    var crc = new CRC32();
    crc.update(named);
    return join(bigEndian(body.length), named, bigEndian((int) crc.getValue()));
  }

  static byte[] pngStart(int width, int height) {
    return join(
        hex("89504e470d0a1a0a"),
        chunk("IHDR", join(bigEndian(width), bigEndian(height), hex("08 00 00 00 00"))));
  }

  /** A grey PNG; its pixels are those of another size if told so. */
  static byte[] png(int width, int height, int rows) {
    return join(
        pngStart(width, height),
        chunk("IDAT", deflate(new byte[rows * (width + 1)])),
        chunk("IEND", new byte[0]));
  }

  static byte[] apng(int frames) {
    var control = join(bigEndian(1), bigEndian(1), new byte[8], hex("0001 000a 00 00"));
    var moving = new ByteArrayOutputStream();
    for (int i = 1; i < frames; i++) {
      moving.writeBytes(chunk("fcTL", join(bigEndian(i), control)));
    }
    return join(
        pngStart(1, 1),
        chunk("acTL", join(bigEndian(2), bigEndian(0))), // believe it, and there are two
        chunk("fcTL", join(bigEndian(0), control)),
        chunk("IDAT", deflate(new byte[2])),
        moving.toByteArray(),
        chunk("IEND", new byte[0]));
  }

  /** A moving WebP of empty pictures. */
  static byte[] webp(int side, int frames) {
    var canvas = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).put((byte) 2);
    canvas.putInt(4, side - 1).putShort(7, (short) (side - 1)).put(9, (byte) (side - 1 >> 16));
    var body =
        join(
            ascii("WEBPVP8X"),
            littleEndian(10),
            canvas.array(),
            ascii("ANIM"),
            littleEndian(6),
            new byte[6],
            repeat(join(ascii("ANMF"), littleEndian(24), new byte[24]), frames));
    return join(ascii("RIFF"), littleEndian(body.length), body);
  }

  /** A JPEG of that size, up to its pixels, which are missing. */
  static byte[] jpegStart(int marker, int width, int height) {
    var size = ByteBuffer.allocate(4).putShort((short) height).putShort((short) width).array();
    return join(
        hex("ffd8 ffdb 0043 00"),
        repeat(hex("01"), 64),
        new byte[] {(byte) 0xff, (byte) marker},
        hex("000b 08"),
        size,
        hex("01 011100"));
  }

  /** A progressive one that refines itself without end. */
  static byte[] jpegOfScans(int scans) {
    var table = hex("ffc4 0014 00 01000000000000000000000000000000 00");
    var scan = hex("ffda 0008 01 0100 00 00 00 7f");
    return join(jpegStart(0xc2, 4000, 4000), table, repeat(scan, scans), hex("ffd9"));
  }

  /** A box of an ISO media file. */
  static byte[] box(String type, byte[]... parts) {
    var body = join(parts);
    return join(bigEndian(8 + body.length), ascii(type), body);
  }

  /** An APP1 segment. */
  static byte[] segment(String label, byte[] body) {
    int length = 2 + label.length() + body.length;
    return join(
        hex("ffe1"), ByteBuffer.allocate(2).putShort((short) length).array(), ascii(label), body);
  }

  /** The photo with a segment more. */
  static byte[] with(byte[] jpeg, byte[] segment) {
    return join(Arrays.copyOf(jpeg, 2), segment, Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  /** An ID3 tag that says it has that length, whatever is in it. */
  static byte[] id3(int length, byte[]... frames) {
    var synchsafe =
        new byte[] {
          (byte) (length >> 21 & 127),
          (byte) (length >> 14 & 127),
          (byte) (length >> 7 & 127),
          (byte) (length & 127)
        };
    return join(ascii("ID3"), hex("03 00 00"), synchsafe, join(frames));
  }

  static byte[] id3Frame(String name, int flags, byte[] body) {
    return join(ascii(name), bigEndian(body.length), new byte[] {0, (byte) flags}, body);
  }

  static byte[] deflate(byte[] bytes) {
    var deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    var out = new ByteArrayOutputStream();
    var buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  /** The bytes with each occurrence replaced by others of the same length. */
  static byte[] replace(byte[] bytes, byte[] old, byte[] by) {
    var text = new String(bytes, ISO_8859_1);
    return ascii(text.replace(new String(old, ISO_8859_1), new String(by, ISO_8859_1)));
  }
}
