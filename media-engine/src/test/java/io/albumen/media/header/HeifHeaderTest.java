package io.albumen.media.header;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeifHeaderTest {
  private static final String EXIF_IS_ITEM_1 =
      "00000000 0001 00000015 696e6665 02000000 0001 0000 45786966 00";

  @TempDir Path folder;

  @Test
  void findsAnItemAmongTheTablesOwnBytes() throws IOException {
    var items = read(EXIF_IS_ITEM_1, place(0, 16), "00000000 4d4d002a 00000008 00000000");

    assertThat(items.exif()).hasValueSatisfying(tiff -> assertThat(tiff).startsWith('M', 'M'));
  }

  @ParameterizedTest
  @CsvSource({"0, -5", "9223372036854775800, 16", "-1, 4", "0, 17", "1, 9223372036854775807"})
  void attack36ItemsThatLieNowhere(long at, long length) throws IOException {
    var items = read(EXIF_IS_ITEM_1, place(at, length), "00000000 4d4d002a 00000008 00000000");

    assertThat(items.exif()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "00000000", "00000000 00", "01000000 0000"})
  void attack36TablesThatAreCutShort(String names) throws IOException {
    assertThat(read(names, names, "").exif()).isEmpty();
  }

  /** Of item 1, in the bytes of the tables themselves, with numbers of eight bytes. */
  private static String place(long at, long length) {
    return "01000000 8800 0001 0001 0001 0000 0001 %016x %016x".formatted(at, length);
  }

  private HeifHeader.Items read(String names, String places, String ownItems) throws IOException {
    var meta = new ByteArrayOutputStream();
    meta.writeBytes(new byte[4]);
    meta.writeBytes(box("idat", hex(ownItems)));
    meta.writeBytes(box("iinf", hex(names)));
    meta.writeBytes(box("iloc", hex(places)));
    var file = new ByteArrayOutputStream();
    file.writeBytes(box("ftyp", "heic0000".getBytes(ISO_8859_1)));
    file.writeBytes(box("meta", meta.toByteArray()));
    return HeifHeader.read(Files.write(folder.resolve("a.heic"), file.toByteArray()));
  }

  private static byte[] box(String type, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .putInt(8 + content.length)
        .put(type.getBytes(ISO_8859_1))
        .put(content)
        .array();
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }
}
