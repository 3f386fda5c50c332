package io.albumen.media.probe;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.icc.IccDirectory;
import com.drew.metadata.icc.IccReader;
import com.drew.metadata.xmp.XmpReader;
import io.albumen.media.ColourSpace;
import io.albumen.media.MediaFailure;
import io.albumen.media.MediaFormat;
import io.albumen.media.Orientation;
import io.albumen.media.header.HeifHeader;
import io.albumen.media.header.JpegHeader;
import io.albumen.media.header.PngHeader;
import io.albumen.media.header.RawPreview;
import io.albumen.media.header.TiffHeader;
import io.albumen.media.header.WebpHeader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a file tells of itself beside its pixels: EXIF, ICC, XMP, QuickTime. Never trusted, never
 * fatal.
 */
public final class EmbeddedMetadata {
  private static final int COLOUR_BOX_SEARCH = 1 << 20;
  private static final int MAX_PROFILE = 1 << 16;
  private static final byte[] PROFILE_BOX = {'c', 'o', 'l', 'r', 'p', 'r', 'o', 'f'};

  private EmbeddedMetadata() {}

  /** Empty metadata when the file holds none that can be read. */
  public static Metadata read(Path file, MediaFormat format) {
    if (format == MediaFormat.HEIC || format == MediaFormat.AVIF) {
      return readItems(file);
    }
    try (var stream = open(file, format)) {
      return ImageMetadataReader.readMetadata(stream);
    } catch (ImageProcessingException | IOException e) {
      return new Metadata(); // damaged or cut short; a disk that fails shows when the pixels are
      // read
    }
  }

  private static Metadata readItems(Path file) {
    var metadata = new Metadata();
    try {
      var items = HeifHeader.read(file);
      items
          .exif()
          .ifPresent(exif -> new ExifReader().extract(new ByteArrayReader(exif), metadata, 0));
      items.xmp().ifPresent(xmp -> new XmpReader().extract(xmp, metadata));
    } catch (IOException e) {
      // a disk that fails shows when the pixels are read
    }
    return metadata;
  }

  /** What the preview inside a raw file tells of itself. */
  static Metadata ofPreview(Path file, RawPreview preview) {
    try (var stream = preview.metadata(file)) {
      return ImageMetadataReader.readMetadata(stream);
    } catch (ImageProcessingException | IOException e) {
      return new Metadata();
    }
  }

  private static InputStream open(Path file, MediaFormat format)
      throws IOException, ImageProcessingException {
    return switch (format) {
      case JPEG -> JpegHeader.open(file);
      case PNG -> PngHeader.open(file);
      case WEBP -> WebpHeader.open(file);
      case TIFF, DNG, CR2, NEF, ARW -> TiffHeader.open(file);
      default -> throw new ImageProcessingException("no metadata of its kind");
    };
  }

  static Orientation orientation(Metadata metadata) {
    var exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    var value = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
    return value == null ? Orientation.UPRIGHT : Orientation.ofExif(value);
  }

  static ColourSpace colours(Metadata metadata) {
    var profile = metadata.getFirstDirectoryOfType(IccDirectory.class);
    return profile == null ? ColourSpace.SRGB : colours(profile);
  }

  /** ISO media: the profile lies in a box that the metadata library skips. */
  static ColourSpace coloursOfIsoMedia(Path file) {
    try (var stream = Files.newInputStream(file)) {
      return profileBox(stream.readNBytes(COLOUR_BOX_SEARCH))
          .map(EmbeddedMetadata::colours)
          .orElse(ColourSpace.SRGB);
    } catch (IOException e) {
      throw new MediaFailure(MediaFailure.Reason.ENGINE, "Cannot read " + file.getFileName(), e);
    }
  }

  private static Optional<IccDirectory> profileBox(byte[] bytes) {
    for (int at = 4; at + PROFILE_BOX.length < bytes.length; at++) {
      if (bytes[at] == PROFILE_BOX[0] && matches(bytes, at)) {
        int length = ByteBuffer.wrap(bytes).getInt(at - 4) - 4 - PROFILE_BOX.length;
        int start = at + PROFILE_BOX.length;
        if (length > 128 && length < MAX_PROFILE && start + length <= bytes.length) {
          var metadata = new Metadata();
          new IccReader()
              .extract(
                  new ByteArrayReader(
                      ByteBuffer.allocate(length).put(bytes, start, length).array()),
                  metadata);
          return Optional.ofNullable(metadata.getFirstDirectoryOfType(IccDirectory.class));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean matches(byte[] bytes, int at) {
    for (int i = 0; i < PROFILE_BOX.length; i++) {
      if (bytes[at + i] != PROFILE_BOX[i]) {
        return false;
      }
    }
    return true;
  }

  /** Judged by its primaries, since the same space goes by many names. */
  private static ColourSpace colours(IccDirectory profile) {
    var red = colorant(profile, IccDirectory.TAG_TAG_rXYZ);
    var green = colorant(profile, IccDirectory.TAG_TAG_gXYZ);
    if (near(red, 0.515, 0.241) && near(green, 0.292, 0.692)) {
      return ColourSpace.DISPLAY_P3;
    }
    return near(red, 0.610, 0.311) && near(green, 0.205, 0.626)
        ? ColourSpace.ADOBE_RGB
        : ColourSpace.SRGB;
  }

  private static double[] colorant(IccDirectory profile, int tag) {
    var bytes = profile.getByteArray(tag);
    if (bytes == null || bytes.length < 20) {
      return new double[] {0, 0};
    }
    var fixed = ByteBuffer.wrap(bytes);
    return new double[] {fixed.getInt(8) / 65536.0, fixed.getInt(12) / 65536.0};
  }

  private static boolean near(double[] colorant, double x, double y) {
    return Math.abs(colorant[0] - x) < 0.01 && Math.abs(colorant[1] - y) < 0.01;
  }
}
