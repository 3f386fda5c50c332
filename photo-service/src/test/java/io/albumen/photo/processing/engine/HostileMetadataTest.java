package io.albumen.photo.processing.engine;

import static io.albumen.photo.processing.engine.Hostile.ascii;
import static io.albumen.photo.processing.engine.Hostile.hex;
import static io.albumen.photo.processing.engine.Hostile.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.photo.processing.metadata.TakenAt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attack 38: the photo is taken, and what it says of itself is left out. */
class HostileMetadataTest {
  private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";

  @TempDir Path folder;
  private byte[] photo = {};

  @BeforeEach
  void makePhoto() throws IOException {
    photo =
        Files.readAllBytes(
            FfmpegUnderTest.make(
                folder, "a.jpg", "-f", "lavfi", "-i", "testsrc=size=64x48", "-frames:v", "1"));
  }

  @Test
  void attack38XmpThatNestsWithoutEnd() throws IOException {
    var deep = "<a>".repeat(8_000) + "</a>".repeat(8_000);

    assertThat(withXmp(deep).takenAt()).isNull();
  }

  @Test
  void attack38XmpThatMultipliesItself() throws IOException {
    var laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 12; i++) {
      laughs.append("<!ENTITY a%d '%s'>".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
    }

    assertThat(withXmp(laughs + "]>" + xmp("&a11;")).takenAt()).isNull();
  }

  @Test
  void attack38XmpThatFetches() throws IOException {
    try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var url = "http://127.0.0.1:%d/x".formatted(server.getLocalPort());

      withXmp("<!DOCTYPE x SYSTEM '%s'>".formatted(url) + xmp("2024-01-01T00:00:00"));
      withXmp(
          "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'><!ENTITY %% p SYSTEM '%s'> %%p;]>"
                  .formatted(url)
              + xmp("&e;"));

      server.setSoTimeout(1);
      assertThat(org.assertj.core.api.Assertions.catchThrowable(server::accept))
          .as("nobody called")
          .isInstanceOf(java.net.SocketTimeoutException.class);
    }
  }

  @Test
  void anHonestXmpIsRead() throws IOException {
    assertThat(withXmp(xmp("2024-01-02T03:04:05+02:00")).takenAt())
        .isNotNull()
        .extracting(TakenAt::source)
        .isEqualTo(TakenAt.Source.XMP);
  }

  @Test
  void attack38HugeXmpInManySegments() throws IOException {
    var segment = Hostile.segment(XMP, ascii(xmp(" ".repeat(60_000))));

    assertThat(take(Hostile.with(photo, Hostile.repeat(segment, 400))).takenAt()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000:00:00 00:00:00",
        "9999:12:31 23:59:59",
        "2024:13:45 25:61:61",
        "-001:01:01 00:00:00",
        "2024:02:30 12:00:00",
        "                   ",
        "\u00ff\u00ff\u00ff\u00ff:01:01 00:00:00",
      })
  void attack38DatesThatNeverWere(String date) throws IOException {
    assertThat(take(withExif(photo, date, 9, 1, 0, 0)).takenAt()).isNull();
  }

  @Test
  void attack38PlacesThatAreNone() throws IOException {
    assertThat(take(withExif(photo, "2024:01:01 00:00:00", 1, 1, 0, 0)).place()).isNull();
    assertThat(take(withExif(photo, "2024:01:01 00:00:00", 1, 400, 1, 1)).place()).isNull();
    assertThat(take(withExif(photo, "2024:01:01 00:00:00", 1, -1, 1, 0)).place()).isNull();
    assertThat(take(withExif(photo, "2024:01:01 00:00:00", 1, 48, 1, 1)).place()).isNotNull();
  }

  @Test
  void attack38MetadataOfRandomBytes() throws IOException {
    var honest = exif("2024:01:01 00:00:00", 6, 48, 1, 1);
    var random = new Random(38);
    for (int round = 0; round < 15; round++) {
      var broken = honest.clone();
      for (int i = 0; i < 12; i++) {
        broken[10 + random.nextInt(broken.length - 10)] = (byte) random.nextInt(256);
      }

      assertThat(take(Hostile.with(photo, broken)).renditions()).hasSize(2);
    }
  }

  @Test
  void attack38TextThatBreaksOut() throws IOException {
    var song =
        FfmpegUnderTest.make(
            folder,
            "a.mp3",
            "-f",
            "lavfi",
            "-i",
            "sine=duration=1",
            "-metadata",
            "title=\",\"x\":{}}\u001b[31m\r\nSet-Cookie: a\u202e\u2028",
            "-metadata",
            "artist=" + "\ud83d\ude00".repeat(2_000),
            "-metadata",
            "album=\u0007\t \u200b");

    var tracks = take(Files.readAllBytes(song)).tracks();

    assertThat(tracks.title()).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\\u2028]");
    assertThat(tracks.artist()).hasSizeLessThanOrEqualTo(200).doesNotEndWith("\ud83d");
    assertThat(tracks.album()).isNull();
  }

  @Test
  void attack38ProfilesAndTextThatUnfoldToGigabytes() throws IOException {
    var bomb = Hostile.deflate(new byte[64 << 20]);
    var png =
        join(
            Hostile.pngStart(16, 16),
            Hostile.chunk("iCCP", join(ascii("p\0\0"), bomb)),
            Hostile.chunk("zTXt", join(ascii("Raw profile type exif\0\0"), bomb)),
            Hostile.chunk("iTXt", join(ascii("XML:com.adobe.xmp\0\1\0\0\0"), bomb)),
            Hostile.chunk("IDAT", Hostile.deflate(new byte[16 * 17])),
            Hostile.chunk("IEND", new byte[0]));

    assertThat(Attack.outcome(png, folder)).isIn("taken", "media-corrupt", "media-too-large");
  }

  private Processed withXmp(String packet) throws IOException {
    return take(Hostile.with(photo, Hostile.segment(XMP, ascii(packet))));
  }

  private Processed take(byte[] content) throws IOException {
    return Attack.taken(content, folder);
  }

  private static String xmp(String date) {
    return """
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF \
        xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description \
        xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreateDate>%s</xmp:CreateDate>\
        </rdf:Description></rdf:RDF></x:xmpmeta>"""
        .formatted(date);
  }

  private static byte[] withExif(
      byte[] photo, String date, int orientation, int degrees, int over, int reference) {
    return Hostile.with(photo, exif(date, orientation, degrees, over, reference));
  }

  /** Date, orientation and a place of so many degrees, over that, north and east if told. */
  private static byte[] exif(String date, int orientation, int degrees, int over, int reference) {
    var tiff = ByteBuffer.allocate(400).put(ascii("MM\0*")).putInt(8).putShort((short) 3);
    entry(tiff, 0x0112, 3, 1, orientation << 16);
    entry(tiff, 0x8769, 4, 1, 60);
    entry(tiff, 0x8825, 4, 1, 90);
    tiff.position(60).putShort((short) 1);
    entry(tiff, 0x9003, 2, 20, 200);
    tiff.position(90).putShort((short) 4);
    entry(tiff, 1, 2, 2, reference == 0 ? 0 : 'N' << 24);
    entry(tiff, 2, 5, 3, 230);
    entry(tiff, 3, 2, 2, reference == 0 ? 0 : 'E' << 24);
    entry(tiff, 4, 5, 3, 260);
    tiff.position(200).put(Arrays.copyOf(ascii(date), 20));
    for (int at : new int[] {230, 260}) {
      tiff.position(at).putInt(degrees).putInt(over).putInt(0).putInt(over).putInt(0).putInt(over);
    }
    return Hostile.segment("Exif\0\0", join(tiff.array(), hex("00")));
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }
}
