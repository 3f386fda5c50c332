package io.albumen.photo.processing.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.media.MediaFormat;
import io.albumen.media.MediaSniffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made for browsers, and what of it is not. */
class PlaybackTest {
  private static final String[] PICTURES = {"-f", "lavfi", "-i", "testsrc=size=160x90:rate=10"};
  private static final String[] SOUND = {"-f", "lavfi", "-i", "sine=frequency=440:duration=2"};

  @TempDir Path folder;
  private Path out;

  @BeforeEach
  void makeFolder() throws IOException {
    out = Files.createDirectory(folder.resolve("out"));
  }

  @ParameterizedTest
  @CsvSource({
    "a.mp4, libopenh264 -pix_fmt yuv420p -c:a aac",
    "a.mp4, libvpx-vp9 -cpu-used 8 -deadline realtime -pix_fmt yuv420p -c:a aac",
    "a.webm, libvpx-vp9 -cpu-used 8 -deadline realtime -pix_fmt yuv420p -c:a libopus",
    "a.webm, libvpx -cpu-used 8 -deadline realtime -pix_fmt yuv420p -c:a libopus",
    "a.mp4, libsvtav1 -preset 13 -pix_fmt yuv420p -c:a aac",
  })
  void whatBrowsersPlayIsLeftAlone(String name, String codecs) {
    var processed = EngineUnderTest.process(film(name, codecs), out);

    assertThat(names(processed)).containsExactly("poster.jpg", "thumbnail.webp");
  }

  @ParameterizedTest
  @CsvSource({
    "a.mov, libopenh264 -pix_fmt yuv420p -c:a aac",
    "a.mov, libopenh264 -pix_fmt yuv420p -c:a pcm_s16le",
    "a.mkv, libopenh264 -pix_fmt yuv420p -c:a aac",
    "a.mkv, libvpx-vp9 -cpu-used 8 -deadline realtime -pix_fmt yuv420p -c:a libopus",
    "a.mov, prores_ks -pix_fmt yuv422p10le -c:a pcm_s24le",
    "a.avi, mpeg4 -c:a libmp3lame",
    "a.mp4, libvpx-vp9 -cpu-used 8 -deadline realtime -pix_fmt yuv444p -c:a aac",
    "a.mp4, libopenh264 -pix_fmt yuv420p -c:a ac3",
  })
  void whatSomeBrowserLacksBecomesAnMp4(String name, String codecs) {
    var processed = EngineUnderTest.process(film(name, codecs), out);

    assertThat(names(processed)).containsExactly("poster.jpg", "thumbnail.webp", "playback.mp4");
    assertThat(streams(out.resolve("playback.mp4")))
        .contains("codec_name=h264", "pix_fmt=yuv420p", "codec_name=aac", "width=160");
  }

  @Test
  void highDynamicRangeIsBroughtToTheScreens() {
    var hdr =
        film(
            "a.mkv",
            "libsvtav1 -preset 13 -pix_fmt yuv420p10le -color_primaries bt2020 -color_trc arib-std-b67"
                + " -colorspace bt2020nc -c:a aac");

    EngineUnderTest.process(hdr, out);

    assertThat(streams(out.resolve("playback.mp4")))
        .contains("pix_fmt=yuv420p", "color_space=bt709")
        .doesNotContain("arib");
  }

  @Test
  void tellsWhatTheTracksAre() {
    var tracks =
        EngineUnderTest.process(film("a.mkv", "libopenh264 -pix_fmt yuv420p -c:a libopus"), out)
            .tracks();

    assertThat(List.of(tracks.container() + "", tracks.videoCodec() + "", tracks.audioCodec() + ""))
        .containsExactly("mkv", "h264", "opus");
    assertThat(tracks.frameRate()).isEqualTo(10);
    assertThat(tracks.sampleRate()).isEqualTo(48_000);
    assertThat(tracks.channels()).isEqualTo(1);
    assertThat(tracks.bitrate()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"a.gif, gif, gif", "a.png, apng, apng"})
  void animationsGoOnMovingAsAFilm(String name, String codec, String muxer) {
    var moving = make(name, PICTURES, "-frames:v", "12", "-c:v", codec, "-f", muxer);

    var processed = EngineUnderTest.process(moving, out);

    assertThat(processed.traits().animated()).isTrue();
    assertThat(names(processed)).containsExactly("preview.jpg", "thumbnail.webp", "playback.mp4");
    assertThat(streams(out.resolve("playback.mp4"), "-count_frames"))
        .contains("codec_name=h264", "nb_read_frames=12")
        .doesNotContain("codec_type=audio");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yuv420p", "yuva420p"})
  void aMovingWebpStaysOneWithoutItsMetadata(String pixels) throws IOException {
    var moving =
        make("a.webp", PICTURES, "-frames:v", "5", "-c:v", "libwebp_anim", "-pix_fmt", pixels);
    var secret = "XMP \4\0\0\0home".getBytes(ISO_8859_1);
    Files.write(moving, secret, java.nio.file.StandardOpenOption.APPEND);

    var processed = EngineUnderTest.process(moving, out);

    assertThat(names(processed)).containsExactly("preview.jpg", "thumbnail.webp", "playback.webp");
    assertThat(processed.width()).isEqualTo(160);
    var clean = Files.readString(out.resolve("playback.webp"), ISO_8859_1);
    assertThat(clean).doesNotContain("home").contains("ANIM");
    assertThat(clean.split("ANMF", -1)).hasSize(6);
    assertThat(MediaSniffer.sniff(clean.getBytes(ISO_8859_1))).contains(MediaFormat.WEBP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.mp3", "a.m4a", "a.flac", "a.wav", "a.ogg", "a.opus"})
  void soundThatBrowsersPlayIsLeftAlone(String name) {
    var codec = name.endsWith("ogg") ? List.of("-c:a", "libopus") : List.<String>of();
    var sound = make(name, SOUND, codec.toArray(String[]::new));

    assertThat(names(EngineUnderTest.process(sound, out))).containsExactly("waveform.json");
  }

  @Test
  void losslessAppleSoundBecomesOneThatAllPlay() {
    var sound = make("a.m4a", SOUND, "-c:a", "alac");

    var processed = EngineUnderTest.process(sound, out);

    assertThat(names(processed)).containsExactly("waveform.json", "playback.m4a");
    assertThat(streams(out.resolve("playback.m4a"))).contains("codec_name=aac");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.mp3", "a.m4a", "a.flac"})
  void aSoundShowsItsCover(String name) {
    var cover = make("cover.jpg", PICTURES, "-frames:v", "1");
    var sound =
        make(
            name,
            SOUND,
            "-i",
            cover.toString(),
            "-map",
            "0:a",
            "-map",
            "1:v",
            "-c:v",
            "copy",
            "-disposition:v:0",
            "attached_pic",
            "-metadata",
            "album=Odd\u202etitle\u0007s");

    var processed = EngineUnderTest.process(sound, out);

    assertThat(names(processed)).containsExactly("waveform.json", "cover.jpg", "thumbnail.webp");
    assertThat(processed.thumbhash()).isNotNull();
    assertThat(processed.tracks().album()).isEqualTo("Odd title s");
  }

  private Path film(String name, String codecs) {
    var options =
        Stream.of(Stream.of(SOUND), Stream.of("-t", "2", "-c:v"), Stream.of(codecs.split(" ")))
            .flatMap(all -> all)
            .toArray(String[]::new);
    return make(name, PICTURES, options);
  }

  private Path make(String name, String[] first, String... options) {
    return FfmpegUnderTest.make(
        folder, name, Stream.concat(Stream.of(first), Stream.of(options)).toArray(String[]::new));
  }

  private static String streams(Path file, String... more) {
    var options = Stream.concat(Stream.of("-show_streams"), Stream.of(more));
    return FfmpegUnderTest.probe(file, options.toArray(String[]::new));
  }

  private static List<String> names(Processed processed) {
    return processed.renditions().stream().map(RenditionFile::name).toList();
  }
}
