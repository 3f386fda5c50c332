package io.albumen.media.header;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The blocks of a GIF, of which only the pictures are counted. */
public final class GifHeader {
  private static final int EXTENSION = 0x21;
  private static final int PICTURE = 0x2c;

  private GifHeader() {}

  public static StillHeader measure(Path file) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.skipNBytes(6);
      int width = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
      int height = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
      skipPalette(in, in.readUnsignedByte(), 2);
      return StillHeader.of(width, height, true).withFrames(Math.max(1, frames(in)));
    }
  }

  private static int frames(DataInputStream in) throws IOException {
    int frames = 0;
    try {
      while (frames <= StillHeader.MAX_FRAMES) {
        int block = in.readUnsignedByte();
        if (block == EXTENSION) {
          in.skipNBytes(1);
          skipParts(in);
        } else if (block == PICTURE) {
          frames++;
          in.skipNBytes(8);
          skipPalette(in, in.readUnsignedByte(), 1);
          skipParts(in);
        } else {
          break;
        }
      }
    } catch (EOFException e) {
      // cut short: what decodes it judges what is missing
    }
    return frames;
  }

  /** The palette behind some bytes more. */
  private static void skipPalette(DataInputStream in, int flags, int more) throws IOException {
    in.skipNBytes(more + ((flags & 0x80) != 0 ? 3L << (flags & 7) + 1 : 0));
  }

  private static void skipParts(DataInputStream in) throws IOException {
    for (int length = in.readUnsignedByte(); length > 0; length = in.readUnsignedByte()) {
      in.skipNBytes(length);
    }
  }
}
