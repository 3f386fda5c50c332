package io.albumen.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaSnifferTest {
  @ParameterizedTest
  @CsvSource({
    "JPEG, ffd8ffe000104a464946",
    "PNG, 89504e470d0a1a0a0000000d49484452",
    "GIF, 474946383961",
    "WEBP, 524946460000000057454250",
    "AVI, 524946460000000041564920",
    "WAV, 524946460000000057415645",
    "FLAC, 664c614300000022",
    "MP3, 49443304000000000000",
    "MP3, fffb9064",
    "WEBM, 1a45dfa39f4286810142f7810142f2810442f381084282847765626d",
    "MKV, 1a45dfa3a34286810142f7810142f2810442f381084282886d6174726f736b61",
  })
  void recognisesFormatsByTheirSignature(MediaFormat format, String hex) {
    assertThat(MediaSniffer.sniff(HexFormat.of().parseHex(hex))).contains(format);
  }

  @ParameterizedTest
  @CsvSource({
    "HEIC, heic, mif1heic",
    "HEIC, mif1, mif1heic",
    "AVIF, avif, mif1miaf",
    "AVIF, mif1, mif1avif",
    "MOV, 'qt  ', 'qt  '",
    "MP4, isom, isomiso2",
    "MP4, mp42, mp42isom",
    "M4A, 'M4A ', 'M4A isom'",
  })
  void tellsIsoMediaApartByBrands(MediaFormat format, String major, String compatible) {
    assertThat(MediaSniffer.sniff(ftyp(major, compatible))).contains(format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OpusHead", "\u0001vorbis"})
  void recognisesOggByItsFirstCodec(String codec) {
    var page = ("OggS" + "\0".repeat(24) + codec).getBytes(ISO_8859_1);

    assertThat(MediaSniffer.sniff(page)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "\u00ff\u00d8",
        "<svg xmlns=\"http://www.w3.org/2000/svg\">",
        "<?xml version=\"1.0\"?><svg/>",
        "<!doctype html><script>",
        "%PDF-1.7",
        "%!PS-Adobe-3.0 EPSF-3.0",
        "push graphic-context\nviewbox 0 0 640 480",
        "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd",
        "ffconcat version 1.0\nfile /etc/passwd",
        "GIF81a",
        "RIFF\0\0\0\0ACON",
        "II*\0",
        "II+\0\u0008\0\0\0\u0010\0\0\0",
        "PK\u0003\u0004",
        "BM",
      })
  void knowsNothingElse(String leading) {
    assertThat(MediaSniffer.sniff(leading.getBytes(ISO_8859_1))).isEmpty();
  }

  @Test
  void aScriptBehindASignatureIsOnlyWhatTheSignatureSays() {
    var polyglot = "GIF89a/*<svg onload=alert(1)>*/=1;".getBytes(ISO_8859_1);

    assertThat(MediaSniffer.sniff(polyglot)).contains(MediaFormat.GIF);
  }

  @Test
  void aSignatureBehindOtherBytesCountsForNothing() {
    var hidden = "#EXTM3U\n\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF".getBytes(ISO_8859_1);

    assertThat(MediaSniffer.sniff(hidden)).isEmpty();
  }

  @Test
  void aHeaderOfUnknownBrandsIsRefused() {
    assertThat(MediaSniffer.sniff(ftyp("jp2 ", "jp2 "))).isEmpty();
  }

  private static byte[] ftyp(String major, String compatible) {
    int size = 16 + compatible.length();
    return ("\0\0\0" + (char) size + "ftyp" + major + "\0\0\0\0" + compatible).getBytes(ISO_8859_1);
  }
}
