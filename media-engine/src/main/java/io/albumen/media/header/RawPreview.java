package io.albumen.media.header;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/**
 * The JPEG that a camera put into its raw file, to be looked at.
 *
 * @param offset in bytes from the file's beginning
 * @param length in bytes
 */
public record RawPreview(long offset, long length, StillHeader header) {
  private static final int COMPRESSION = 0x0103;
  private static final int PHOTOMETRIC = 0x0106;
  private static final int STRIP_OFFSETS = 0x0111;
  private static final int STRIP_LENGTHS = 0x0117;
  private static final int JPEG_OFFSET = 0x0201;
  private static final int JPEG_LENGTH = 0x0202;
  private static final int OLD_JPEG = 6;
  private static final int JPEG = 7;

  /** Values of the sensor itself: coded as lossless JPEG, but no picture yet. */
  private static final int COLOUR_FILTER_ARRAY = 32803;

  private static final int LINEAR_RAW = 34892;

  /** The largest of them; empty when there is none that a browser's JPEG decoder would take. */
  public static Optional<RawPreview> find(Path file) throws IOException {
    try (var tiff = TiffFile.open(file)) {
      var found = Optional.<RawPreview>empty();
      for (var directory : tiff.directories()) {
        var here = Optional.<RawPreview>empty();
        if (directory.role() == TiffFile.Role.PICTURE) {
          here = of(file, tiff, directory);
        }
        found = larger(found, here);
      }
      return found;
    }
  }

  private static Optional<RawPreview> larger(Optional<RawPreview> one, Optional<RawPreview> other) {
    return java.util.stream.Stream.of(one, other)
        .flatMap(Optional::stream)
        .max(Comparator.comparingLong(each -> each.header.width() * each.header.height()));
  }

  private static Optional<RawPreview> of(Path file, TiffFile tiff, TiffFile.Directory directory)
      throws IOException {
    var old =
        candidate(
            file, tiff, tiff.number(directory, JPEG_OFFSET), tiff.number(directory, JPEG_LENGTH));
    long compression = tiff.number(directory, COMPRESSION);
    long photometric = tiff.number(directory, PHOTOMETRIC);
    boolean picture =
        (compression == OLD_JPEG || compression == JPEG)
            && photometric != COLOUR_FILTER_ARRAY
            && photometric != LINEAR_RAW;
    return picture
        ? larger(
            old,
            candidate(
                file,
                tiff,
                tiff.number(directory, STRIP_OFFSETS),
                tiff.number(directory, STRIP_LENGTHS)))
        : old;
  }

  private static Optional<RawPreview> candidate(Path file, TiffFile tiff, long offset, long length)
      throws IOException {
    if (offset < 8 || length < 100 || offset + length > tiff.size()) {
      return Optional.empty();
    }
    try (var stream = open(file, offset)) {
      return JpegFrame.read(stream).map(header -> new RawPreview(offset, length, header));
    }
  }

  private static InputStream open(Path file, long offset) throws IOException {
    var channel = Files.newByteChannel(file);
    try {
      channel.position(offset);
      return new BufferedInputStream(Channels.newInputStream(channel));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Its own EXIF and profile, as {@link JpegHeader#open(Path)}. */
  public InputStream metadata(Path file) throws IOException {
    return JpegHeader.open(open(file, offset));
  }
}
