package io.albumen.media.probe;

import io.albumen.media.ColourSpace;
import io.albumen.media.MediaFailure;
import io.albumen.media.MediaFailure.Reason;
import io.albumen.media.MediaFormat;
import io.albumen.media.ProbedMedia.Part;
import io.albumen.media.ProbedMedia.Picture;
import io.albumen.media.header.GifHeader;
import io.albumen.media.header.JpegFrame;
import io.albumen.media.header.PngHeader;
import io.albumen.media.header.RawPreview;
import io.albumen.media.header.StillHeader;
import io.albumen.media.header.TiffHeader;
import io.albumen.media.header.WebpHeader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Measures pictures whose headers are simple enough to read without a child process. What such a
 * header leaves open, the decoder checks against the same limits.
 */
final class StillProbe {
  /** Passes of a progressive JPEG; cameras and editors make ten. */
  private static final int MAX_SCANS = 200;

  private static final int PRIMARIES_P3 = 12;
  private static final int TRANSFER_PQ = 16;
  private static final int TRANSFER_HLG = 18;

  private StillProbe() {}

  /** Empty when it takes FFmpeg to tell. */
  static Optional<Picture> picture(Path file, MediaFormat format) {
    try {
      return switch (format) {
        case JPEG -> Optional.of(picture(file, format, jpeg(file)));
        case PNG -> Optional.of(picture(file, format, PngHeader.measure(file)));
        case WEBP -> Optional.of(picture(file, format, WebpHeader.measure(file)));
        case GIF -> Optional.of(picture(file, format, GifHeader.measure(file)));
        case TIFF -> Optional.of(picture(file, format, TiffHeader.measure(file)));
        case DNG, CR2, NEF, ARW -> Optional.of(raw(file, format));
        case HEIC, AVIF, MP4, MOV, WEBM, MKV, AVI, MP3, M4A, WAV, FLAC, OGG, OPUS ->
            Optional.empty();
      };
    } catch (EOFException e) {
      throw new MediaFailure(Reason.CORRUPT, "Its header is cut short", e);
    } catch (IOException e) {
      throw new MediaFailure(Reason.CORRUPT, "Its header cannot be told", e);
    }
  }

  private static StillHeader jpeg(Path file) throws IOException {
    return checked(
        JpegFrame.read(file)
            .orElseThrow(() -> new MediaFailure(Reason.CORRUPT, "No picture in this JPEG")));
  }

  private static StillHeader checked(StillHeader header) {
    if (header.scans() > MAX_SCANS) {
      throw new MediaFailure(Reason.TOO_LARGE, "A JPEG of over %d scans".formatted(MAX_SCANS));
    }
    return header;
  }

  private static Picture raw(Path file, MediaFormat format) throws IOException {
    var preview =
        RawPreview.find(file)
            .orElseThrow(
                () -> new MediaFailure(Reason.UNSUPPORTED, "A raw file without a preview"));
    var header = checked(preview.header());
    return new Picture(
        0,
        PictureLimits.size(header.width(), header.height()),
        EmbeddedMetadata.orientation(EmbeddedMetadata.read(file, format)),
        "mjpeg",
        null,
        EmbeddedMetadata.colours(EmbeddedMetadata.ofPreview(file, preview)),
        0,
        false,
        1,
        List.of(),
        Optional.of(new Part(preview.offset(), preview.length())));
  }

  private static Picture picture(Path file, MediaFormat format, StillHeader header) {
    var size = PictureLimits.size(header.width(), header.height());
    var metadata = EmbeddedMetadata.read(file, format);
    return new Picture(
        0,
        size,
        EmbeddedMetadata.orientation(metadata),
        format == MediaFormat.JPEG ? "mjpeg" : format.name().toLowerCase(Locale.ROOT),
        null,
        colours(header).orElseGet(() -> EmbeddedMetadata.colours(metadata)),
        0,
        header.transparent(),
        PictureLimits.frames(header.frames(), size),
        List.of(),
        Optional.empty());
  }

  private static Optional<ColourSpace> colours(StillHeader header) {
    if (header.transfer() == TRANSFER_PQ || header.transfer() == TRANSFER_HLG) {
      return Optional.of(ColourSpace.HDR);
    }
    return header.primaries() == PRIMARIES_P3
        ? Optional.of(ColourSpace.DISPLAY_P3)
        : Optional.empty();
  }
}
