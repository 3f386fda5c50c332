package io.albumen.media.header;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The frame header of a JPEG: size, and how it is coded. */
public final class JpegFrame {
  private static final int START_OF_SCAN = 0xffda;
  private static final int END_OF_IMAGE = 0xffd9;
  private static final int MAX_SEGMENTS = 2000;

  /** Where reading of scans ends; an honest photo has about ten. */
  private static final int MAX_SCANS = 1000;

  private JpegFrame() {}

  /** Empty when there is no frame of a kind that a photo has. */
  public static Optional<StillHeader> read(Path file) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return read(in);
    }
  }

  static Optional<StillHeader> read(InputStream stream) throws IOException {
    var in = new DataInputStream(stream);
    try {
      return in.readUnsignedShort() == 0xffd8 ? segments(in) : Optional.empty();
    } catch (EOFException e) {
      return Optional.empty();
    }
  }

  private static Optional<StillHeader> segments(DataInputStream in) throws IOException {
    @Nullable StillHeader frame = null;
    boolean progressive = false;
    for (int i = 0; i < MAX_SEGMENTS; i++) {
      int marker = in.readUnsignedShort();
      while (marker == 0xffff) { // padding
        marker = 0xff00 | in.readUnsignedByte();
      }
      if (marker < 0xff02 || marker == END_OF_IMAGE) {
        return Optional.empty();
      }
      int length = in.readUnsignedShort();
      if (length < 2) {
        return Optional.empty();
      }
      if (marker == START_OF_SCAN) {
        in.skipNBytes(length - 2L);
        return Optional.ofNullable(frame)
            .map(progressive ? found -> scans(found, in) : found -> found);
      }
      if (frame == null && marker >= 0xffc0 && marker <= 0xffc2 && length >= 8) {
        in.skipNBytes(1);
        int height = in.readUnsignedShort();
        frame = StillHeader.of(in.readUnsignedShort(), height, false);
        progressive = marker == 0xffc2;
        length -= 5;
      }
      in.skipNBytes(length - 2L);
    }
    return Optional.empty();
  }

  private static StillHeader scans(StillHeader frame, InputStream in) {
    int scans = 1;
    try {
      int before = 0;
      for (int next = in.read(); next >= 0 && scans <= MAX_SCANS; next = in.read()) {
        if (before == 0xff && next == 0xda) {
          scans++;
        } else if (before == 0xff && next == 0xd9) {
          break;
        }
        before = next;
      }
    } catch (IOException e) {
      // what decodes it will meet the same
    }
    return new StillHeader(
        frame.width(),
        frame.height(),
        frame.transparent(),
        1,
        frame.primaries(),
        frame.transfer(),
        scans);
  }
}
