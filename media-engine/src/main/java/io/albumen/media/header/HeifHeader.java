package io.albumen.media.header;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The EXIF and XMP items of a HEIC or AVIF, found over its table of items. Boxes say how long they
 * are and where items lie; only what is small and inside the file is followed.
 */
public final class HeifHeader {
  private static final int MAX_BOXES = 1000;
  private static final int MAX_TABLES = 4 << 20;
  private static final int MAX_ITEM = 1 << 20;
  private static final int MAX_EXTENTS = 16;
  private static final String XMP_TYPE = "application/rdf+xml";

  private final SeekableByteChannel channel;
  private final Map<Long, String> wanted = new HashMap<>();
  private final Map<String, byte[]> items = new HashMap<>();
  private ByteBuffer ownItems = ByteBuffer.allocate(0);

  private HeifHeader(SeekableByteChannel channel) {
    this.channel = channel;
  }

  /**
   * @param exif a TIFF, without what stands before it
   * @param xmp a packet without surprises
   */
  public record Items(Optional<byte[]> exif, Optional<byte[]> xmp) {}

  /** What of them can be read; nothing when the boxes make no sense. */
  public static Items read(Path file) throws IOException {
    try (var channel = Files.newByteChannel(file)) {
      var header = new HeifHeader(channel);
      try {
        header.findTables();
      } catch (EOFException | BufferUnderflowException e) {
        // damaged: what was found before is good
      }
      return new Items(
          Optional.ofNullable(header.items.get("Exif")).flatMap(HeifHeader::tiff),
          Optional.ofNullable(header.items.get(XMP_TYPE)).filter(XmpPacket::isHarmless));
    }
  }

  private void findTables() throws IOException {
    long at = 0;
    for (int i = 0; i < MAX_BOXES; i++) {
      var head = FileBytes.read(channel, at, 16);
      long length = Integer.toUnsignedLong(head.getInt(0));
      int headLength = length == 1 ? 16 : 8;
      length = length == 1 ? head.getLong(8) : length;
      if (text(head, 4, 4).equals("meta")) {
        tables(
            FileBytes.read(
                channel, at + headLength, (int) Math.min(length - headLength, MAX_TABLES)));
        return;
      }
      if (length < headLength) {
        return;
      }
      at += length;
    }
  }

  private void tables(ByteBuffer meta) throws IOException {
    var boxes = new HashMap<String, ByteBuffer>();
    meta.getInt(); // version and flags
    while (meta.remaining() >= 8) {
      int length = meta.getInt();
      var type = text(meta, meta.position(), 4);
      meta.position(meta.position() + 4);
      if (length < 8 || length - 8 > meta.remaining()) {
        break;
      }
      boxes.putIfAbsent(type, meta.slice(meta.position(), length - 8));
      meta.position(meta.position() + length - 8);
    }
    ownItems = boxes.getOrDefault("idat", ownItems);
    names(boxes.getOrDefault("iinf", ByteBuffer.allocate(8)));
    places(boxes.getOrDefault("iloc", ByteBuffer.allocate(8)));
  }

  /** Which items are of use. */
  private void names(ByteBuffer box) {
    int version = box.getInt() >>> 24;
    number(box, version == 0 ? 2 : 4); // how many: its entries tell
    while (box.remaining() >= 8) {
      int start = box.position();
      int length = box.getInt();
      if (length < 20 || length > box.remaining() + 4) {
        return;
      }
      int entryVersion = box.get(start + 8);
      int idBytes = entryVersion == 3 ? 4 : 2;
      long id = number(box.position(start + 12), idBytes);
      var type = text(box, start + 14 + idBytes, 4);
      var rest = text(box, start + 18 + idBytes, length - 18 - idBytes);
      if (entryVersion >= 2 && type.equals("Exif")) {
        wanted.putIfAbsent(id, type);
      } else if (entryVersion >= 2 && type.equals("mime") && rest.contains(XMP_TYPE)) {
        wanted.putIfAbsent(id, XMP_TYPE);
      }
      box.position(start + length);
    }
  }

  /** Fetches the items of use. */
  private void places(ByteBuffer box) throws IOException {
    int version = box.getInt() >>> 24;
    int sizes = Short.toUnsignedInt(box.getShort());
    int offsetBytes = sizes >> 12;
    int lengthBytes = sizes >> 8 & 15;
    int baseBytes = sizes >> 4 & 15;
    int indexBytes = version == 0 ? 0 : sizes & 15;
    long count = number(box, version < 2 ? 2 : 4);
    for (long i = 0; i < count && box.remaining() > 6; i++) {
      long id = number(box, version < 2 ? 2 : 4);
      boolean own = version > 0 && (box.getShort() & 15) == 1;
      box.getShort(); // of which file: always this one
      long base = number(box, baseBytes);
      int extents = Short.toUnsignedInt(box.getShort());
      var bytes = new ByteArrayOutputStream();
      for (int extent = 0; extent < extents; extent++) {
        number(box, indexBytes);
        long at = base + number(box, offsetBytes);
        long length = number(box, lengthBytes);
        if (wanted.containsKey(id)
            && extent < MAX_EXTENTS
            && length >= 0
            && length <= MAX_ITEM - bytes.size()) {
          bytes.writeBytes(content(own, at, (int) length));
        }
      }
      if (wanted.containsKey(id)) {
        items.putIfAbsent(wanted.get(id), bytes.toByteArray());
      }
    }
  }

  private byte[] content(boolean own, long at, int length) throws IOException {
    if (!own) {
      return FileBytes.read(channel, at, length).array();
    }
    if (at < 0 || at > ownItems.limit() - length) {
      throw new EOFException("beyond its end");
    }
    var bytes = new byte[length];
    ownItems.get((int) at, bytes);
    return bytes;
  }

  private static long number(ByteBuffer from, int bytes) {
    return switch (bytes) {
      case 0 -> 0;
      case 2 -> Short.toUnsignedLong(from.getShort());
      case 4 -> Integer.toUnsignedLong(from.getInt());
      case 8 -> from.getLong();
      default -> throw new BufferUnderflowException();
    };
  }

  private static String text(ByteBuffer from, int at, int length) {
    if (at < 0 || length < 0 || at + length > from.limit()) {
      throw new BufferUnderflowException();
    }
    var bytes = new byte[length];
    from.get(at, bytes);
    return new String(bytes, ISO_8859_1);
  }

  /** Four bytes tell how far behind them the TIFF begins. */
  private static Optional<byte[]> tiff(byte[] item) {
    if (item.length < 12) {
      return Optional.empty();
    }
    long start = 4 + Integer.toUnsignedLong(ByteBuffer.wrap(item).getInt());
    return start < item.length - 8
        ? Optional.of(Arrays.copyOfRange(item, (int) start, item.length))
        : Optional.empty();
  }
}
