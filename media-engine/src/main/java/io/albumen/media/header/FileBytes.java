package io.albumen.media.header;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Stretches of a file that another part of it names, and may name wrongly. */
final class FileBytes {
  private FileBytes() {}

  /** Ask for little only: all of it is kept in memory. */
  static ByteBuffer read(SeekableByteChannel channel, long at, int length) throws IOException {
    if (at < 0 || length < 0 || at > channel.size() - length) {
      throw new EOFException("beyond its end");
    }
    var buffer = ByteBuffer.allocate(length);
    channel.position(at);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("cut short");
      }
    }
    return buffer.flip();
  }
}
