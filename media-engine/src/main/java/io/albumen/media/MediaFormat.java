package io.albumen.media;

import java.util.Optional;

/** The formats Albumen takes in; whatever is none of these is refused. */
public enum MediaFormat {
  JPEG(Kind.PHOTO, "image/jpeg", "jpg", Demuxers.WHOLE_FILE, "mjpeg"),
  PNG(Kind.PHOTO, "image/png", "png", Demuxers.WHOLE_FILE, "png"),
  WEBP(Kind.PHOTO, "image/webp", "webp", Demuxers.WHOLE_FILE, "webp"),
  GIF(Kind.PHOTO, "image/gif", "gif", "gif"),
  HEIC(Kind.PHOTO, "image/heic", "heic", "mov"),
  AVIF(Kind.PHOTO, "image/avif", "avif", "mov"),
  TIFF(Kind.PHOTO, "image/tiff", "tiff", "tiff_pipe"),
  /** A raw file is seen by the JPEG that its camera put into it, and so are the next three. */
  DNG(Kind.PHOTO, "image/x-adobe-dng", "dng", Demuxers.WHOLE_FILE, "mjpeg"),
  CR2(Kind.PHOTO, "image/x-canon-cr2", "cr2", Demuxers.WHOLE_FILE, "mjpeg"),
  NEF(Kind.PHOTO, "image/x-nikon-nef", "nef", Demuxers.WHOLE_FILE, "mjpeg"),
  ARW(Kind.PHOTO, "image/x-sony-arw", "arw", Demuxers.WHOLE_FILE, "mjpeg"),
  MP4(Kind.VIDEO, "video/mp4", "mp4", "mov"),
  MOV(Kind.VIDEO, "video/quicktime", "mov", "mov"),
  WEBM(Kind.VIDEO, "video/webm", "webm", "matroska"),
  MKV(Kind.VIDEO, "video/x-matroska", "mkv", "matroska"),
  AVI(Kind.VIDEO, "video/x-msvideo", "avi", "avi"),
  MP3(Kind.SOUND, "audio/mpeg", "mp3", "mp3"),
  M4A(Kind.SOUND, "audio/mp4", "m4a", "mov"),
  WAV(Kind.SOUND, "audio/wav", "wav", "wav"),
  FLAC(Kind.SOUND, "audio/flac", "flac", "flac"),
  OGG(Kind.SOUND, "audio/ogg", "ogg", "ogg"),
  OPUS(Kind.SOUND, "audio/opus", "opus", "ogg");

  /** What a viewer does with it: look, watch or listen. */
  public enum Kind {
    PHOTO,
    VIDEO,
    SOUND
  }

  private static final class Demuxers {
    /**
     * Hands the file to the decoder as one packet. Those named for a format would search all of it
     * for the end of the picture first, and take what follows that for another one.
     */
    static final String WHOLE_FILE = "image2";
  }

  private final Kind kind;
  private final String contentType;
  private final String extension;
  private final String demuxer;
  private final Optional<String> decoder;

  MediaFormat(Kind kind, String contentType, String extension, String demuxer) {
    this(kind, contentType, extension, demuxer, Optional.empty());
  }

  MediaFormat(Kind kind, String contentType, String extension, String demuxer, String decoder) {
    this(kind, contentType, extension, demuxer, Optional.of(decoder));
  }

  MediaFormat(
      Kind kind, String contentType, String extension, String demuxer, Optional<String> decoder) {
    this.kind = kind;
    this.contentType = contentType;
    this.extension = extension;
    this.demuxer = demuxer;
    this.decoder = decoder;
  }

  public Kind kind() {
    return kind;
  }

  /** The type that Albumen serves the original with, whatever the uploader called it. */
  public String contentType() {
    return contentType;
  }

  /** The usual file name ending, without a dot. */
  public String extension() {
    return extension;
  }

  /** The only FFmpeg demuxer that may open such a file. */
  public String demuxer() {
    return demuxer;
  }

  /** The only FFmpeg decoder, where the demuxer tells it nothing of the file. */
  Optional<String> decoder() {
    return decoder;
  }

  /** Whether its pixels are a sensor's, which only a raw developer turns into a picture. */
  public boolean isRaw() {
    return switch (this) {
      case DNG, CR2, NEF, ARW -> true;
      default -> false;
    };
  }

  /**
   * Whether both are laid out in ISO base media boxes, where the brands in a header settle little.
   */
  boolean isIsoMedia() {
    return demuxer.equals("mov");
  }
}
