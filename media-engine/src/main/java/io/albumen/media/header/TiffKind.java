package io.albumen.media.header;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which of the formats that begin as a TIFF does. */
public enum TiffKind {
  TIFF,
  DNG,
  CR2,
  NEF,
  ARW;

  private static final int MAKE = 0x010f;
  private static final int SUB_DIRECTORIES = 0x014a;
  private static final int DNG_VERSION = 0xc612;
  private static final int PRIVATE = 0xc634;

  /** Told by its first directory as far as the leading bytes have it; empty if it is no TIFF. */
  public static Optional<TiffKind> of(byte[] leading) {
    var bytes = ByteBuffer.wrap(leading);
    if (leading.length < 8) {
      return Optional.empty();
    }
    return TiffFile.orderOf(bytes).map(order -> kind(bytes.order(order)));
  }

  private static TiffKind kind(ByteBuffer bytes) {
    int at = bytes.getInt(4);
    if (bytes.limit() >= 10 && bytes.get(8) == 'C' && bytes.get(9) == 'R') {
      return CR2;
    }
    if (at < 8 || at > bytes.limit() - 2) {
      return TIFF;
    }
    int count = Math.min(Short.toUnsignedInt(bytes.getShort(at)), (bytes.limit() - at - 2) / 12);
    var tags = new int[count];
    var make = "";
    for (int i = 0; i < count; i++) {
      tags[i] = Short.toUnsignedInt(bytes.getShort(at + 2 + 12 * i));
      if (tags[i] == MAKE) {
        make = text(bytes, at + 2 + 12 * i);
      }
    }
    if (has(tags, DNG_VERSION)) {
      return DNG;
    }
    boolean raw = has(tags, SUB_DIRECTORIES) || has(tags, PRIVATE);
    if (raw && make.startsWith("nikon")) {
      return NEF;
    }
    return raw && make.startsWith("sony") ? ARW : TIFF;
  }

  private static boolean has(int[] tags, int tag) {
    return Arrays.stream(tags).anyMatch(each -> each == tag);
  }

  private static String text(ByteBuffer bytes, int entry) {
    int length = Math.clamp(bytes.getInt(entry + 4), 0, 32);
    int at = length <= 4 ? entry + 8 : bytes.getInt(entry + 8);
    if (at < 0 || at > bytes.limit() - length) {
      return "";
    }
    return new String(bytes.array(), at, length, ISO_8859_1).toLowerCase(Locale.ROOT);
  }
}
