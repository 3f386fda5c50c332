package io.albumen.media.header;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The directories of a TIFF, and so of most cameras' raw files. Nothing it says is believed:
 * directories are few, each is read once, and values are fetched only when asked for and small.
 */
final class TiffFile implements AutoCloseable {
  static final int SUB_DIRECTORIES = 0x014a;
  static final int EXIF = 0x8769;
  static final int GPS = 0x8825;

  private static final int MAX_DIRECTORIES = 64;
  private static final int MAX_FIELDS = 1000;
  private static final int MAX_NUMBERS = 64;
  private static final int[] BYTES_OF_TYPE = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

  private final SeekableByteChannel channel;
  private final ByteOrder order;
  private final List<Directory> directories = new ArrayList<>();

  private TiffFile(SeekableByteChannel channel, ByteOrder order) {
    this.channel = channel;
    this.order = order;
  }

  /** What a directory is for. */
  enum Role {
    PICTURE,
    EXIF,
    GPS
  }

  /**
   * @param head tag, type, count and value or its place, as they stand in the file
   * @param bytes length of the value
   * @param at where the value begins
   */
  record Field(int tag, int type, byte[] head, long bytes, long at) {}

  record Directory(Role role, Map<Integer, Field> fields) {}

  private record Place(Role role, long at) {}

  /**
   * @throws IOException also when it is no TIFF
   */
  static TiffFile open(Path file) throws IOException {
    var channel = Files.newByteChannel(file);
    try {
      return open(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  static TiffFile open(SeekableByteChannel channel) throws IOException {
    var head = FileBytes.read(channel, 0, 8);
    var order = orderOf(head).orElseThrow(() -> new IOException("no TIFF"));
    var tiff = new TiffFile(channel, order);
    tiff.walk(Integer.toUnsignedLong(head.order(order).getInt(4)));
    return tiff;
  }

  /** None when the first four bytes are not a TIFF's. */
  static Optional<ByteOrder> orderOf(ByteBuffer head) {
    return switch (head.order(ByteOrder.BIG_ENDIAN).getInt(0)) {
      case 0x49492a00 -> Optional.of(ByteOrder.LITTLE_ENDIAN);
      case 0x4d4d002a -> Optional.of(ByteOrder.BIG_ENDIAN);
      default -> Optional.empty();
    };
  }

  private void walk(long first) throws IOException {
    var open = new ArrayDeque<>(List.of(new Place(Role.PICTURE, first)));
    var seen = new HashSet<Long>();
    while (!open.isEmpty() && directories.size() < MAX_DIRECTORIES) {
      var place = open.remove();
      if (place.at < 8 || !seen.add(place.at)) {
        continue;
      }
      try {
        open.addAll(read(place));
      } catch (EOFException e) {
        // one that points out of the file; the others may be good
      }
    }
  }

  /** Adds the directory and tells which it leads to. */
  private List<Place> read(Place place) throws IOException {
    int count = Short.toUnsignedInt(FileBytes.read(channel, place.at, 2).order(order).getShort());
    if (count > MAX_FIELDS) {
      return List.of();
    }
    var entries = FileBytes.read(channel, place.at + 2, 12 * count).order(order);
    var directory = new Directory(place.role, new LinkedHashMap<>());
    for (int i = 0; i < count; i++) {
      var field = field(entries, 12 * i, place.at + 2);
      directory.fields.putIfAbsent(field.tag, field);
    }
    directories.add(directory);
    var next = new ArrayList<Place>();
    numbers(directory, SUB_DIRECTORIES).forEach(at -> next.add(new Place(Role.PICTURE, at)));
    numbers(directory, EXIF).forEach(at -> next.add(new Place(Role.EXIF, at)));
    numbers(directory, GPS).forEach(at -> next.add(new Place(Role.GPS, at)));
    if (place.role == Role.PICTURE) {
      var following = FileBytes.read(channel, place.at + 2 + 12L * count, 4).order(order).getInt();
      next.add(new Place(Role.PICTURE, Integer.toUnsignedLong(following)));
    }
    return next;
  }

  private Field field(ByteBuffer entries, int index, long entriesAt) {
    var head = new byte[12];
    entries.get(index, head);
    int type = Short.toUnsignedInt(entries.getShort(index + 2));
    long count = Integer.toUnsignedLong(entries.getInt(index + 4));
    long bytes = type < BYTES_OF_TYPE.length ? count * BYTES_OF_TYPE[type] : 0;
    long at =
        bytes <= 4 ? entriesAt + index + 8 : Integer.toUnsignedLong(entries.getInt(index + 8));
    return new Field(Short.toUnsignedInt(entries.getShort(index)), type, head, bytes, at);
  }

  ByteOrder order() {
    return order;
  }

  /** In the order of the file: the first is its main picture, or a raw file's thumbnail. */
  List<Directory> directories() {
    return directories;
  }

  long size() throws IOException {
    return channel.size();
  }

  /** A field's whole numbers; none if it is absent, of another type, or lists too many. */
  List<Long> numbers(Directory directory, int tag) throws IOException {
    var field = directory.fields.get(tag);
    if (field == null || field.type != 3 && field.type != 4 && field.type != 13) {
      return List.of();
    }
    int width = BYTES_OF_TYPE[field.type];
    if (field.bytes > (long) MAX_NUMBERS * width) {
      return List.of();
    }
    var value = value(field).order(order);
    var numbers = new ArrayList<Long>();
    while (value.hasRemaining()) {
      numbers.add(
          width == 2
              ? Short.toUnsignedLong(value.getShort())
              : Integer.toUnsignedLong(value.getInt()));
    }
    return numbers;
  }

  /** A field that must hold one number; -1 if it does not. */
  long number(Directory directory, int tag) throws IOException {
    var numbers = numbers(directory, tag);
    return numbers.size() == 1 ? numbers.getFirst() : -1;
  }

  /** Ask for small fields only. */
  ByteBuffer value(Field field) throws IOException {
    return FileBytes.read(channel, field.at, Math.toIntExact(field.bytes));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
