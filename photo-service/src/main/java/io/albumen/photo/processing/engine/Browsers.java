package io.albumen.photo.processing.engine;

import io.albumen.media.ColourSpace;
import io.albumen.media.MediaFormat;
import io.albumen.media.ProbedMedia;
import io.albumen.media.ProbedMedia.Picture;
import io.albumen.media.ProbedMedia.Sound;
import java.util.Map;
import java.util.Set;

/**
 * What today's Chrome, Firefox and Safari all play as it is. A QuickTime container is not among it,
 * for Firefox goes by the type and refuses it, whatever is inside.
 */
final class Browsers {
  private static final Set<String> PLAIN_PIXELS = Set.of("yuv420p", "yuvj420p");
  private static final Map<MediaFormat, Set<String>> PICTURES =
      Map.of(
          MediaFormat.MP4, Set.of("h264", "vp9", "av1"),
          MediaFormat.WEBM, Set.of("vp8", "vp9", "av1"));
  private static final Map<MediaFormat, Set<String>> SOUNDS =
      Map.of(
          MediaFormat.MP4, Set.of("aac", "mp3"),
          MediaFormat.WEBM, Set.of("opus", "vorbis"),
          MediaFormat.M4A, Set.of("aac", "mp3"),
          MediaFormat.MP3, Set.of("mp3"),
          MediaFormat.FLAC, Set.of("flac"),
          MediaFormat.OGG, Set.of("vorbis", "opus", "flac"),
          MediaFormat.OPUS, Set.of("opus"),
          MediaFormat.WAV, Set.of("pcm_u8", "pcm_s16le", "pcm_s24le", "pcm_f32le"));

  private Browsers() {}

  static boolean play(ProbedMedia media) {
    boolean heardOnly = media.format().kind() == MediaFormat.Kind.SOUND;
    return media
            .picture()
            .filter(picture -> !heardOnly)
            .map(picture -> playPicture(media.format(), picture))
            .orElse(true)
        && media.sound().map(sound -> playSound(media.format(), sound)).orElse(true);
  }

  private static boolean playPicture(MediaFormat format, Picture picture) {
    return PICTURES.getOrDefault(format, Set.of()).contains(picture.codec()) && isPlain(picture);
  }

  private static boolean playSound(MediaFormat format, Sound sound) {
    return SOUNDS.getOrDefault(format, Set.of()).contains(sound.codec());
  }

  /** Whether its pictures may be copied into an MP4. */
  static boolean playInMp4(Picture picture) {
    return picture.codec().equals("h264") && isPlain(picture);
  }

  /** Eight bits, colours at half the size, of no more than a screen's brightness. */
  private static boolean isPlain(Picture picture) {
    var pixels = picture.pixelFormat();
    return pixels != null && PLAIN_PIXELS.contains(pixels) && picture.colours() != ColourSpace.HDR;
  }
}
