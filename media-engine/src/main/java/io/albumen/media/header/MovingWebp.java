package io.albumen.media.header;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes moving WebPs apart by their chunks, as FFmpeg does not read them. What comes out has the
 * pictures, their times and their places, and nothing else that the file held.
 */
public final class MovingWebp {
  private static final int FRAME_HEAD = 16;
  private static final int HEAD = 12;

  /** Flags of the extended header. */
  private static final int ALPHA = 0x10;

  private static final int MOVES = 2;

  private MovingWebp() {}

  /**
   * Writes the first picture as a WebP of its own.
   *
   * @throws IOException also when there is none
   */
  public static void writeFirst(Path file, Path still) throws IOException {
    try (var in = open(file);
        var out = new Writer(still)) {
      var chunk = next(in);
      while (!chunk.type.equals("ANMF")) {
        in.skipNBytes(chunk.padded());
        chunk = next(in);
      }
      var frame = frame(in, chunk);
      boolean alpha = holdsAlpha(frame);
      if (alpha) {
        out.chunk("VP8X", extended(ALPHA, frame));
      }
      out.pictures(frame);
    }
  }

  /**
   * Writes the whole without metadata.
   *
   * @throws IOException also when a picture lies outside the canvas, or the file is cut short
   */
  public static void writeClean(Path file, Path clean) throws IOException {
    try (var in = open(file);
        var out = new Writer(clean)) {
      var first = next(in);
      if (!first.type.equals("VP8X") || first.length != 10) {
        throw new IOException("no moving WebP");
      }
      var canvas = read(in, first);
      canvas.put(0, (byte) (canvas.get(0) & (ALPHA | MOVES))).put(1, (byte) 0);
      out.chunk("VP8X", canvas);
      copy(in, out, canvas);
    }
  }

  private static void copy(DataInputStream in, Writer out, ByteBuffer canvas) throws IOException {
    int frames = 0;
    while (in.available() > 0) {
      var chunk = next(in);
      if (chunk.type.equals("ANIM") && chunk.length == 6) {
        out.chunk("ANIM", read(in, chunk));
      } else if (chunk.type.equals("ANMF") && frames < StillHeader.MAX_FRAMES) {
        var frame = frame(in, chunk);
        requireInside(frame, canvas);
        out.frame(frame);
        frames++;
      } else {
        in.skipNBytes(chunk.padded());
      }
    }
    if (frames == 0) {
      throw new EOFException("no picture");
    }
  }

  private static void requireInside(ByteBuffer frame, ByteBuffer canvas) throws IOException {
    boolean inside =
        2 * number(frame, 0) + number(frame, 6) <= number(canvas, 4)
            && 2 * number(frame, 3) + number(frame, 9) <= number(canvas, 7);
    if (!inside) {
      throw new IOException("a picture outside of the canvas");
    }
  }

  private static int number(ByteBuffer from, int at) {
    return from.getShort(at) & 0xffff | (from.get(at + 2) & 255) << 16;
  }

  private record Chunk(String type, long length) {
    long padded() {
      return length + (length & 1);
    }
  }

  private static DataInputStream open(Path file) throws IOException {
    var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
    in.skipNBytes(HEAD);
    return in;
  }

  private static Chunk next(DataInputStream in) throws IOException {
    var head = new byte[8];
    in.readFully(head);
    long length =
        Integer.toUnsignedLong(ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
    return new Chunk(new String(head, 0, 4, ISO_8859_1), length);
  }

  /** No more than there is, whatever the chunk says. */
  private static ByteBuffer read(DataInputStream in, Chunk chunk) throws IOException {
    var bytes = in.readNBytes((int) Math.min(chunk.length, Integer.MAX_VALUE - 8));
    if (bytes.length < chunk.length) {
      throw new EOFException("cut short");
    }
    in.skipNBytes(chunk.padded() - chunk.length);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ByteBuffer frame(DataInputStream in, Chunk chunk) throws IOException {
    var frame = read(in, chunk);
    if (frame.limit() < FRAME_HEAD + 8) {
      throw new EOFException("an empty picture");
    }
    return frame;
  }

  private static boolean holdsAlpha(ByteBuffer frame) {
    return new String(frame.array(), FRAME_HEAD, 4, ISO_8859_1).equals("ALPH");
  }

  private static ByteBuffer extended(int flags, ByteBuffer frame) {
    var body = ByteBuffer.allocate(10).put(0, (byte) flags);
    return body.put(4, frame.array(), 6, 6);
  }

  private static final class Writer implements AutoCloseable {
    private final Path file;
    private final OutputStream out;

    Writer(Path file) throws IOException {
      this.file = file;
      this.out = new BufferedOutputStream(Files.newOutputStream(file));
      out.write("RIFF\0\0\0\0WEBP".getBytes(ISO_8859_1));
    }

    void chunk(String type, ByteBuffer body) throws IOException {
      head(type, body.limit());
      out.write(body.array(), 0, body.limit());
      pad(body.limit());
    }

    void frame(ByteBuffer frame) throws IOException {
      int length = FRAME_HEAD;
      for (var each : pictureChunks(frame)) {
        length += each.limit();
      }
      head("ANMF", length);
      out.write(frame.array(), 0, FRAME_HEAD);
      pictures(frame);
      pad(length);
    }

    void pictures(ByteBuffer frame) throws IOException {
      for (var each : pictureChunks(frame)) {
        out.write(each.array(), each.arrayOffset(), each.limit());
      }
    }

    /** Each with its head and its padding. */
    private static List<ByteBuffer> pictureChunks(ByteBuffer frame) throws IOException {
      var found = new ArrayList<ByteBuffer>();
      int at = FRAME_HEAD;
      while (at + 8 <= frame.limit()) {
        var type = new String(frame.array(), at, 4, ISO_8859_1);
        long length = Integer.toUnsignedLong(frame.getInt(at + 4));
        long whole = 8 + length + (length & 1);
        if (at + 8 + length > frame.limit()) {
          throw new EOFException("a picture cut short");
        }
        whole = Math.min(whole, frame.limit() - at);
        if (type.equals("ALPH") || type.equals("VP8 ") || type.equals("VP8L")) {
          found.add(frame.slice(at, (int) whole));
        }
        at += (int) whole;
      }
      return found;
    }

    private void head(String type, int length) throws IOException {
      out.write(type.getBytes(ISO_8859_1));
      out.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array());
    }

    private void pad(int length) throws IOException {
      if ((length & 1) == 1) {
        out.write(0);
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
      try (var whole = new RandomAccessFile(file.toFile(), "rw")) {
        whole.seek(4);
        whole.writeInt(Integer.reverseBytes((int) (whole.length() - 8)));
      }
    }
  }
}
