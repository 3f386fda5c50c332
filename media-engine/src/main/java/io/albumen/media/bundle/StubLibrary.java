package io.albumen.media.bundle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * An empty x86-64 shared library, made here byte by byte: a name, the symbol versions its users ask
 * for, and no symbol.
 *
 * <p>The bundled FFmpeg is linked against X11, sound and device libraries that a server has no
 * reason to install and that Albumen never calls. Its functions are bound lazily, so the loader is
 * content with libraries of the right name that hold nothing; without the version table it would
 * print a warning at every start. Putting these beside FFmpeg, whether or not the machine has the
 * real ones, makes every machine behave alike and keeps that code out of a process that parses
 * strangers' files.
 */
record StubLibrary(String name, List<String> versions) {
  /** What the bundled FFmpeg is linked against and a bare machine lacks. */
  static final List<StubLibrary> ALL =
      List.of(
          new StubLibrary("libxcb.so.1", List.of()),
          new StubLibrary("libxcb-shm.so.0", List.of()),
          new StubLibrary("libasound.so.2", List.of("ALSA_0.9", "ALSA_0.9.0rc4")),
          new StubLibrary("libpulse.so.0", List.of("PULSE_0")),
          new StubLibrary("libudev.so.1", List.of("LIBUDEV_183")));

  private static final int HEADER = 64;
  private static final int PROGRAM_HEADER = 56;
  private static final int SYMBOL = 24;
  private static final int VERSION_DEFINITION = 28;
  private static final int PAGE = 4096;
  private static final int READ_WRITE = 6;

  private static final long DT_STRTAB = 5;
  private static final long DT_SYMTAB = 6;
  private static final long DT_STRSZ = 10;
  private static final long DT_SYMENT = 11;
  private static final long DT_SONAME = 14;
  private static final long DT_VERSYM = 0x6ffffff0L;
  private static final long DT_VERDEF = 0x6ffffffcL;
  private static final long DT_VERDEFNUM = 0x6ffffffdL;

  /**
   * Header, three program headers, dynamic section, one null symbol, versions, strings; loaded as
   * one segment.
   */
  byte[] bytes() {
    var strings = new Strings();
    int soname = strings.add(name);
    var definitions = new ArrayList<Integer>(List.of(soname));
    versions.forEach(version -> definitions.add(strings.add(version)));

    int dynamicAt = HEADER + 3 * PROGRAM_HEADER;
    int dynamicSize = 9 * 16;
    int symbolsAt = dynamicAt + dynamicSize;
    int definitionsAt = symbolsAt + SYMBOL;
    int symbolVersionsAt = definitionsAt + definitions.size() * VERSION_DEFINITION;
    int stringsAt = symbolVersionsAt + 2;
    int size = stringsAt + strings.size();

    var elf = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    header(elf);
    segment(elf, 1, 0, size, PAGE);
    segment(elf, 2, dynamicAt, dynamicSize, 8);
    segment(elf, 0x6474e551, 0, 0, 16); // a stack that is not executable
    dynamic(elf, DT_SONAME, soname);
    dynamic(elf, DT_STRTAB, stringsAt);
    dynamic(elf, DT_STRSZ, strings.size());
    dynamic(elf, DT_SYMTAB, symbolsAt);
    dynamic(elf, DT_SYMENT, SYMBOL);
    dynamic(elf, DT_VERDEF, definitionsAt);
    dynamic(elf, DT_VERDEFNUM, definitions.size());
    dynamic(elf, DT_VERSYM, symbolVersionsAt);
    dynamic(elf, 0, 0);
    elf.position(definitionsAt);
    for (int i = 0; i < definitions.size(); i++) {
      boolean last = i == definitions.size() - 1;
      definition(elf, i + 1, i == 0 ? name : versions.get(i - 1), definitions.get(i), last);
    }
    elf.putShort((short) 0);
    elf.put(strings.bytes());
    return elf.array();
  }

  private static void header(ByteBuffer elf) {
    elf.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}).position(16);
    elf.putShort((short) 3).putShort((short) 62).putInt(1); // shared object, x86-64
    elf.putLong(0).putLong(HEADER).putLong(0).putInt(0);
    elf.putShort((short) HEADER).putShort((short) PROGRAM_HEADER).putShort((short) 3);
    elf.putShort((short) 64).putShort((short) 0).putShort((short) 0);
  }

  /** Writable, because the loader relocates the dynamic section in place. */
  private static void segment(ByteBuffer elf, int type, long at, long size, long alignment) {
    elf.putInt(type).putInt(READ_WRITE).putLong(at).putLong(at).putLong(at);
    elf.putLong(size).putLong(size).putLong(alignment);
  }

  private static void dynamic(ByteBuffer elf, long tag, long value) {
    elf.putLong(tag).putLong(value);
  }

  private static void definition(ByteBuffer elf, int index, String text, int nameAt, boolean last) {
    boolean base = index == 1;
    elf.putShort((short) 1)
        .putShort((short) (base ? 1 : 0))
        .putShort((short) index)
        .putShort((short) 1);
    elf.putInt(hash(text)).putInt(20).putInt(last ? 0 : VERSION_DEFINITION);
    elf.putInt(nameAt).putInt(0);
  }

  /** The hash of the System V ABI. */
  private static int hash(String text) {
    long hash = 0;
    for (byte letter : text.getBytes(ISO_8859_1)) {
      hash = (hash << 4) + letter;
      long high = hash & 0xf0000000L;
      hash = (hash ^ (high >> 24)) & ~high;
    }
    return (int) hash;
  }

  /** A string table: NUL-terminated texts, the first one empty. */
  private static final class Strings {
    private final ByteArrayOutputStream table = new ByteArrayOutputStream();

    Strings() {
      table.write(0);
    }

    int add(String text) {
      int at = table.size();
      table.writeBytes(text.getBytes(ISO_8859_1));
      table.write(0);
      return at;
    }

    int size() {
      return table.size();
    }

    byte[] bytes() {
      return table.toByteArray();
    }
  }
}
