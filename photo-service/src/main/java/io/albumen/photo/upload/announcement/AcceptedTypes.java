package io.albumen.photo.upload.announcement;

import io.albumen.media.MediaFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The content types that may be announced: those of the formats taken, and browsers' other words.
 */
public final class AcceptedTypes {
  private static final Map<String, MediaFormat> OTHER_WORDS =
      Map.ofEntries(
          Map.entry("image/jpg", MediaFormat.JPEG),
          Map.entry("image/heif", MediaFormat.HEIC),
          Map.entry("image/tif", MediaFormat.TIFF),
          Map.entry("image/x-tiff", MediaFormat.TIFF),
          Map.entry("image/dng", MediaFormat.DNG),
          Map.entry("image/x-dng", MediaFormat.DNG),
          Map.entry("image/cr2", MediaFormat.CR2),
          Map.entry("image/nef", MediaFormat.NEF),
          Map.entry("image/arw", MediaFormat.ARW),
          Map.entry("video/x-m4v", MediaFormat.MP4),
          Map.entry("video/3gpp", MediaFormat.MP4),
          Map.entry("video/matroska", MediaFormat.MKV),
          Map.entry("video/avi", MediaFormat.AVI),
          Map.entry("video/vnd.avi", MediaFormat.AVI),
          Map.entry("video/msvideo", MediaFormat.AVI),
          Map.entry("audio/mp3", MediaFormat.MP3),
          Map.entry("audio/m4a", MediaFormat.M4A),
          Map.entry("audio/x-m4a", MediaFormat.M4A),
          Map.entry("audio/wave", MediaFormat.WAV),
          Map.entry("audio/x-wav", MediaFormat.WAV),
          Map.entry("audio/vnd.wave", MediaFormat.WAV),
          Map.entry("audio/x-flac", MediaFormat.FLAC));

  private static final Map<String, MediaFormat.Kind> KINDS = kinds();

  private AcceptedTypes() {}

  /** None for a type that is not taken. */
  public static Optional<MediaFormat.Kind> kindOf(String contentType) {
    return Optional.ofNullable(KINDS.get(contentType));
  }

  private static Map<String, MediaFormat.Kind> kinds() {
    var kinds = new HashMap<String, MediaFormat.Kind>();
    OTHER_WORDS.forEach((type, format) -> kinds.put(type, format.kind()));
    Arrays.stream(MediaFormat.values())
        .forEach(format -> kinds.put(format.contentType(), format.kind()));
    return Map.copyOf(kinds);
  }
}
