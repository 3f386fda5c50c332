package io.albumen.photo.processing.engine;

import static io.albumen.photo.processing.engine.Hostile.ascii;
import static io.albumen.photo.processing.engine.Hostile.bigEndian;
import static io.albumen.photo.processing.engine.Hostile.hex;
import static io.albumen.photo.processing.engine.Hostile.join;
import static io.albumen.photo.processing.engine.Hostile.littleEndian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.albumen.media.MediaFailure.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTrackTest {
  @TempDir Path folder;

  /** Playlists as they are, behind each signature that is taken, and as films that only refer. */
  @Test
  void attack39PlaylistsReachNothing() throws IOException {
    try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var target = "http://127.0.0.1:%d/latest/meta-data".formatted(server.getLocalPort());
      for (var url :
          List.of(
              target,
              "file:///etc/passwd",
              "concat:/etc/passwd|/etc/hosts",
              "subfile,,start,0,end,0,,:/etc/passwd",
              "data:text/plain;base64,aGk=")) {
        var playlist =
            "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10.0,\n%s\n#EXT-X-ENDLIST\n".formatted(url);
        for (var signature : signatures()) {
          Attack.refused(join(signature, ascii(playlist)), folder);
        }
        Attack.refused(reference(url), folder);
        Attack.refused(ascii("ffconcat version 1.0\nfile '%s'\n".formatted(url)), folder);
      }

      server.setSoTimeout(1);
      assertThat(catchThrowable(server::accept)).isInstanceOf(SocketTimeoutException.class);
    }
  }

  private static List<byte[]> signatures() {
    return List.of(
        new byte[0],
        Hostile.box("ftyp", ascii("isom\0\0\2\0isomiso2mp41")),
        Hostile.box("ftyp", ascii("qt  \0\0\2\0qt  ")),
        join(ascii("RIFF"), littleEndian(1 << 20), ascii("AVI ")),
        join(hex("1a45dfa3a34286810142f7810142f2810442f38108428288"), ascii("matroska")),
        Hostile.id3(10, new byte[10]));
  }

  /** A QuickTime film that names another one. */
  private static byte[] reference(String url) {
    var name = ascii(url + "\0");
    var data = join(new byte[4], ascii("url "), bigEndian(name.length), name);
    return join(
        Hostile.box("ftyp", ascii("qt  \0\0\2\0qt  ")),
        Hostile.box("moov", Hostile.box("rmra", Hostile.box("rmda", Hostile.box("rdrf", data)))));
  }

  @Test
  void attack39EndlessDuration() throws IOException {
    var film = Files.readAllBytes(film("a.mkv"));
    int at = indexOf(film, hex("448988"));
    ByteBuffer.wrap(film).putDouble(at + 3, 1e15);

    assertThat(Attack.refused(film, folder)).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void attack39AFilmOfHugePictures() throws IOException {
    var film = Files.readAllBytes(film("a.mkv"));

    var lie = film.clone();
    int at = indexOf(lie, hex("b08160ba"));
    assertThat(at).as("96 pixels wide").isPositive();
    lie[at + 2] = (byte) 0xff;

    assertThat(Attack.outcome(lie, folder)).isIn("taken", "media-corrupt", "media-too-large");
  }

  @Test
  void attack39HugeCoverArtIsLeftOut() throws IOException {
    var cover = join(ascii("\0image/png\0\3\0"), Hostile.png(30_000, 30_000, 3));
    var frame = Hostile.id3Frame("APIC", 0, cover);

    var processed = Attack.taken(join(Hostile.id3(frame.length, frame), song("a.mp3")), folder);

    assertThat(processed.renditions())
        .extracting(RenditionFile::name)
        .containsExactly("waveform.json");
  }

  @Test
  void attack41AnId3TagThatUnfolds() throws IOException {
    var bomb = join(bigEndian(1 << 30), Hostile.deflate(new byte[32 << 20]));
    var frame = Hostile.id3Frame("TXXX", 0x80, bomb);

    assertThat(Attack.outcome(join(Hostile.id3(frame.length, frame), song("a.mp3")), folder))
        .isIn("taken", "media-too-large", "media-corrupt");
  }

  @Test
  void attack41AnId3TagOfAHundredThousandParts() throws IOException {
    var frames = Hostile.repeat(Hostile.id3Frame("TXXX", 0, ascii("\0a\0b")), 100_000);

    assertThat(Attack.outcome(join(Hostile.id3(frames.length, frames), song("a.mp3")), folder))
        .isIn("taken", "media-too-large");
  }

  @Test
  void attack41AnId3TagLongerThanTheFile() throws IOException {
    assertThat(Attack.refused(Hostile.id3((1 << 28) - 1, new byte[100]), folder))
        .isEqualTo(Reason.CORRUPT);
    assertThat(Attack.refused(Hostile.id3(0), folder)).isEqualTo(Reason.CORRUPT);
  }

  /** As recorders leave it that could not finish: what is there is heard. */
  @ParameterizedTest
  @ValueSource(ints = {-1, 0x7fffffff, 0})
  void attack41AWavThatLiesAboutItsLength(int length) throws IOException {
    var wav = song("a.wav");
    int at = indexOf(wav, ascii("data"));
    System.arraycopy(littleEndian(length), 0, wav, at + 4, 4);

    assertThat(Attack.outcome(wav, folder)).isIn("taken", "media-corrupt", "media-too-large");
  }

  @Test
  void attack41Rf64IsNotTaken() throws IOException {
    var wav = song("a.wav");
    System.arraycopy(ascii("RF64"), 0, wav, 0, 4);

    assertThat(Attack.refused(wav, folder)).isEqualTo(Reason.UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.flac", "a.m4a", "a.ogg", "a.opus", "a.mp3", "a.wav"})
  void attack41SoundWithHolesEndsOneWayOrTheOther(String name) throws IOException {
    var sound = song(name);
    for (int at = 64; at < sound.length; at += 97) {
      sound[at] ^= 0x5a;
    }

    assertThat(Attack.outcome(sound, folder))
        .isIn("taken", "media-corrupt", "media-too-large", "media-unsupported");
    assertThat(Attack.outcome(Arrays.copyOf(sound, 80), folder)).startsWith("media-");
  }

  private byte[] song(String name) throws IOException {
    return Files.readAllBytes(
        FfmpegUnderTest.make(folder, name, "-f", "lavfi", "-i", "sine=duration=1"));
  }

  private Path film(String name) {
    return FfmpegUnderTest.make(
        folder,
        name,
        "-f",
        "lavfi",
        "-i",
        "testsrc=size=96x64:rate=10:duration=1",
        "-c:v",
        "libopenh264",
        "-pix_fmt",
        "yuv420p");
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
        .indexOf(new String(part, java.nio.charset.StandardCharsets.ISO_8859_1));
  }
}
