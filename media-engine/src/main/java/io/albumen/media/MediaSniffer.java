package io.albumen.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.albumen.media.header.TiffKind;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises a format by its first bytes alone; names and announced types count for nothing. Text
 * formats (SVG, HTML, PostScript, playlists, scripts of any kind) have no signature here and so are
 * never recognised.
 */
public final class MediaSniffer {
  /** How many leading bytes are enough for a verdict; fewer are fine for a shorter file. */
  public static final int LEADING_BYTES = 4096;

  private static final Set<String> HEIC_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx");
  private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");
  private static final Set<String> SOUND_BRANDS = Set.of("M4A ", "M4B ", "M4P ", "F4A ");
  private static final Set<String> VIDEO_BRANDS =
      Set.of(
          "isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "M4VH", "mmp4",
          "MSNV", "dash", "3gp4", "3gp5", "3gp6", "3g2a", "XAVC", "f4v ");

  private MediaSniffer() {}

  /** Empty when the bytes are of no format that Albumen takes. */
  public static Optional<MediaFormat> sniff(byte[] leading) {
    var text = new String(leading, 0, Math.min(leading.length, LEADING_BYTES), ISO_8859_1);
    return Optional.<MediaFormat>empty()
        .or(() -> image(text))
        .or(() -> TiffKind.of(leading).map(MediaSniffer::tiff))
        .or(() -> isoMedia(text))
        .or(() -> riff(text))
        .or(() -> matroska(text))
        .or(() -> sound(text));
  }

  private static Optional<MediaFormat> image(String text) {
    if (text.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of(MediaFormat.JPEG);
    }
    if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of(MediaFormat.PNG);
    }
    return text.startsWith("GIF87a") || text.startsWith("GIF89a")
        ? Optional.of(MediaFormat.GIF)
        : Optional.empty();
  }

  private static MediaFormat tiff(TiffKind kind) {
    return switch (kind) {
      case TIFF -> MediaFormat.TIFF;
      case DNG -> MediaFormat.DNG;
      case CR2 -> MediaFormat.CR2;
      case NEF -> MediaFormat.NEF;
      case ARW -> MediaFormat.ARW;
    };
  }

  private static Optional<MediaFormat> riff(String text) {
    if (text.length() < 12 || !text.startsWith("RIFF")) {
      return Optional.empty();
    }
    return switch (text.substring(8, 12)) {
      case "WEBP" -> Optional.of(MediaFormat.WEBP);
      case "AVI " -> Optional.of(MediaFormat.AVI);
      case "WAVE" -> Optional.of(MediaFormat.WAV);
      default -> Optional.empty();
    };
  }

  private static Optional<MediaFormat> matroska(String text) {
    if (!text.startsWith("\u001aE\u00df\u00a3")) {
      return Optional.empty();
    }
    var header = text.substring(0, Math.min(text.length(), 128));
    if (header.contains("webm")) {
      return Optional.of(MediaFormat.WEBM);
    }
    return header.contains("matroska") ? Optional.of(MediaFormat.MKV) : Optional.empty();
  }

  private static Optional<MediaFormat> sound(String text) {
    if (text.startsWith("fLaC")) {
      return Optional.of(MediaFormat.FLAC);
    }
    if (text.startsWith("OggS")) {
      return ogg(text);
    }
    return text.startsWith("ID3") || isMpegAudioFrame(text)
        ? Optional.of(MediaFormat.MP3)
        : Optional.empty();
  }

  /** Ogg with pictures (Theora) is refused: no phone or camera writes it. */
  private static Optional<MediaFormat> ogg(String text) {
    if (text.startsWith("OpusHead", 28)) {
      return Optional.of(MediaFormat.OPUS);
    }
    return text.startsWith("\u0001vorbis", 28) || text.startsWith("\u007fFLAC", 28)
        ? Optional.of(MediaFormat.OGG)
        : Optional.empty();
  }

  /** A frame header of MPEG 1, 2 or 2.5, layer III, with a real bit rate and sampling rate. */
  private static boolean isMpegAudioFrame(String text) {
    if (text.length() < 4 || text.charAt(0) != 0xff) {
      return false;
    }
    int second = text.charAt(1);
    int third = text.charAt(2);
    boolean layer3 = (second & 0xe6) == 0xe2 && (second & 0x18) != 0x08;
    int bitRate = third >> 4;
    return layer3 && bitRate != 0 && bitRate != 15 && (third & 0x0c) != 0x0c;
  }

  private static Optional<MediaFormat> isoMedia(String text) {
    if (text.length() < 16 || !text.startsWith("ftyp", 4)) {
      return oldQuickTime(text);
    }
    var major = text.substring(8, 12);
    var brands = brands(text, major);
    if (major.equals("qt  ")) {
      return Optional.of(MediaFormat.MOV);
    }
    if (SOUND_BRANDS.contains(major)) {
      return Optional.of(MediaFormat.M4A);
    }
    if (AVIF_BRANDS.contains(major) || major.equals("mif1") && brands.contains("avif")) {
      return Optional.of(MediaFormat.AVIF);
    }
    if (HEIC_BRANDS.contains(major)
        || isStillBrand(major) && brands.stream().anyMatch(HEIC_BRANDS::contains)) {
      return Optional.of(MediaFormat.HEIC);
    }
    return brands.stream().anyMatch(VIDEO_BRANDS::contains)
        ? Optional.of(MediaFormat.MP4)
        : Optional.empty();
  }

  private static boolean isStillBrand(String major) {
    return major.equals("mif1") || major.equals("msf1") || major.equals("mif2");
  }

  private static Set<String> brands(String text, String major) {
    long declared =
        ((long) text.charAt(0) << 24)
            | (text.charAt(1) << 16)
            | (text.charAt(2) << 8)
            | text.charAt(3);
    int end = (int) Math.min(declared, Math.min(text.length(), 256));
    var brands = new HashSet<String>();
    brands.add(major);
    for (int at = 16; at + 4 <= end; at += 4) {
      brands.add(text.substring(at, at + 4));
    }
    return brands;
  }

  /** QuickTime from before ftyp existed opens with its movie or data box. */
  private static Optional<MediaFormat> oldQuickTime(String text) {
    boolean atom =
        text.startsWith("moov", 4) || text.startsWith("wide", 4) && text.startsWith("mdat", 12);
    return atom && text.charAt(0) == 0 ? Optional.of(MediaFormat.MOV) : Optional.empty();
  }
}
