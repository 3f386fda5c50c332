package io.albumen.photo.processing.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.xmp.XmpDirectory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.media.MediaFailure;
import io.albumen.media.MediaFailure.Reason;
import io.albumen.photo.processing.metadata.TrackInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaEngineTest {
  @TempDir Path workDir;

  @ParameterizedTest
  @CsvSource({
    "photo-1.jpg, 4032, 3024, 2019-03-14T08:15:30+01:00, 48.8584, 2.2945, Apple, iPhone 15 Pro",
    "photo-2.jpg, 3024, 4032, 2019-03-14T19:40:02+01:00, 48.8606, 2.3376, Apple, iPhone 15 Pro",
    "photo-3.jpg, 4032, 3024, 2020-12-31T23:59:58-05:00, 40.758, -73.9855, Canon, EOS R6",
    "photo-4.jpg, 4032, 3024, 2022-07-21T11:05:00+09:00, 35.6595, 139.7005, NIKON CORPORATION, Z 6_2",
    "photo-48mp.jpg, 6048, 8064, 2024-06-05T12:34:56+02:00, 48.8584, 2.2945, Apple, iPhone 15 Pro",
    "photo-5.jpg, 3024, 4032, 2024-02-29T12:00:00+00:00, 51.5007, -0.1246, SONY, ILCE-7M4",
    "photo-6.jpg, 4032, 3024, 2024-11-21T07:30:00+01:00, 41.3851, 2.1734, Google, Pixel 8",
    "photo-7.jpg, 4032, 3024, 2025-11-21T16:45:10-03:00, -22.9519, -43.2105, samsung, SM-S918B",
    "photo-8.jpg, 3024, 4032, 2026-06-01T00:00:01+05:30, 27.1751, 78.0421, FUJIFILM, X-T5",
    "photo-p3.jpg, 4032, 3024, 2024-06-04T12:34:56+02:00, 48.8584, 2.2945, Apple, iPhone 15 Pro",
    "iphone-grid.heic, 4032, 3024, 2023-08-15T18:20:00+03:00, 48.8584, 2.2945, Apple, iPhone 15 Pro",
    "photo.avif, 4032, 3024, 2024-06-01T12:34:56+02:00, 48.8584, 2.2945, Apple, iPhone 15 Pro",
    "screenshot.png, 1600, 1200, 2024-06-07T12:34:56+02:00, 48.8584, 2.2945, Apple, iPhone 15 Pro",
  })
  void readsWhatCamerasWrote(
      String name,
      int width,
      int height,
      OffsetDateTime taken,
      double latitude,
      double longitude,
      String make,
      String model) {
    var processed = EngineUnderTest.process(EngineUnderTest.sample(name), workDir);

    assertThat(processed.width()).isEqualTo(width);
    assertThat(processed.height()).isEqualTo(height);
    assertThat(processed.takenAt())
        .isNotNull()
        .satisfies(
            at -> {
              assertThat(at.instant()).isCloseTo(taken.toInstant(), within(Duration.ofMillis(999)));
              assertThat(at.utcOffsetMinutes()).isEqualTo(taken.getOffset().getTotalSeconds() / 60);
            });
    assertThat(processed.place())
        .isNotNull()
        .satisfies(
            place -> {
              assertThat(place.latitude()).isCloseTo(latitude, within(1e-6));
              assertThat(place.longitude()).isCloseTo(longitude, within(1e-6));
            });
    assertThat(processed.camera())
        .isNotNull()
        .satisfies(
            camera ->
                assertThat(List.of(camera.make() + "", camera.model() + ""))
                    .containsExactly(make, model));
  }

  @ParameterizedTest
  @CsvSource({
    "photo-2.jpg, preview.jpg 1080x1440 thumbnail.webp 188x250",
    "photo-48mp.jpg, preview.jpg 1080x1440 thumbnail.webp 188x250",
    "iphone-grid.heic, preview.jpg 1440x1080 thumbnail.webp 250x188",
    "photo.avif, preview.jpg 1440x1080 thumbnail.webp 250x188",
    "picture.webp, preview.jpg 1080x1440 thumbnail.webp 187x250",
    "animated.gif, preview.jpg 480x270 thumbnail.webp 250x141 playback.mp4 480x270",
    "clip.mp4, poster.jpg 1280x720 thumbnail.webp 250x141",
    "clip-rotated.mov, poster.jpg 720x1280 thumbnail.webp 141x250 playback.mp4 720x1280",
    "clip-oldcodec.avi, poster.jpg 640x480 thumbnail.webp 250x188 playback.mp4 640x480",
    "song.mp3, waveform.json 0x0",
    "note.m4a, waveform.json 0x0",
    "note.flac, waveform.json 0x0",
    "note.wav, waveform.json 0x0",
  })
  void makesTheRenditionsOfItsKind(String name, String expected) {
    var processed = EngineUnderTest.process(EngineUnderTest.sample(name), workDir);

    assertThat(
            processed.renditions().stream()
                .map(file -> "%s %dx%d".formatted(file.name(), file.width(), file.height())))
        .containsExactly(expected.split("(?<=x\\d{1,4}) "));
    assertThat(processed.renditions()).allSatisfy(file -> assertThat(file.file()).isNotEmptyFile());
  }

  @ParameterizedTest
  @CsvSource({
    "truncated.jpg, CORRUPT",
    "empty.jpg, UNSUPPORTED",
    "noise.jpg, UNSUPPORTED",
    "bomb.png, TOO_LARGE",
    "svg-named.jpg, UNSUPPORTED",
    "html-named.png, UNSUPPORTED",
    "playlist-named.mp4, UNSUPPORTED",
    "concat-named.mp4, UNSUPPORTED",
  })
  void refusesBadFilesQuicklyWithTheirReason(String name, Reason reason) {
    var original = EngineUnderTest.sample("bad/" + name);
    var start = Instant.now();

    var failure =
        catchThrowableOfType(MediaFailure.class, () -> EngineUnderTest.process(original, workDir));

    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @CsvSource({
    "screenshot.png, 500000",
    "picture.webp, 100000",
    "photo.avif, 150000",
    "iphone-grid.heic, 800000",
  })
  void refusesPicturesThatAreCutShort(String name, int length) throws IOException {
    var bytes = Arrays.copyOf(Files.readAllBytes(EngineUnderTest.sample(name)), length);
    var cut = Files.write(workDir.resolve("original"), bytes);

    var failure =
        catchThrowableOfType(MediaFailure.class, () -> EngineUnderTest.process(cut, workDir));

    assertThat(failure.reason()).isEqualTo(Reason.CORRUPT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"clip.mp4", "photo-2.jpg"})
  void takesPhotosWithSomethingBehindThem(String appended) throws IOException {
    var photo = Files.readAllBytes(EngineUnderTest.sample("photo-1.jpg"));
    var behind = Files.readAllBytes(EngineUnderTest.sample(appended));
    var bytes = Arrays.copyOf(photo, photo.length + behind.length);
    System.arraycopy(behind, 0, bytes, photo.length, behind.length);
    var motion = Files.write(workDir.resolve("original"), bytes);

    var processed = EngineUnderTest.process(motion, workDir);

    assertThat(processed.width()).isEqualTo(4032);
  }

  @Test
  void refusesWhatIsNotOfTheTypeThatWasAnnounced() {
    var original = EngineUnderTest.sample("photo-1.jpg");
    var renamed = workDir.resolve("original");

    assertThatThrownBy(() -> processAs(original, renamed))
        .isInstanceOfSatisfying(
            MediaFailure.class,
            failure -> assertThat(failure.reason()).isEqualTo(Reason.UNSUPPORTED));
  }

  private void processAs(Path original, Path renamed) throws IOException {
    var bytes = Files.readAllBytes(original);
    bytes[0] = 0;
    EngineUnderTest.process(Files.write(renamed, bytes), workDir);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "photo-1.jpg",
        "photo-p3.jpg",
        "iphone-grid.heic",
        "photo.avif",
        "screenshot.png",
        "picture.webp"
      })
  void renditionsCarryNothingButPixels(String name) throws Exception {
    var processed = EngineUnderTest.process(EngineUnderTest.sample(name), workDir);

    for (var rendition : processed.renditions()) {
      var metadata = ImageMetadataReader.readMetadata(rendition.file().toFile());
      var bytes = new String(Files.readAllBytes(rendition.file()), StandardCharsets.ISO_8859_1);
      assertThat(metadata.getDirectoriesOfType(ExifDirectoryBase.class)).isEmpty();
      assertThat(metadata.getDirectoriesOfType(XmpDirectory.class)).isEmpty();
      assertThat(bytes)
          .doesNotContain("Exif", "GPS", "Apple", "iPhone", "xmp", "Lavc", "ICC_PROFILE");
    }
  }

  @Test
  void playbackLeavesTheFilmersTagsBehind() throws IOException {
    var processed = EngineUnderTest.process(EngineUnderTest.sample("clip-rotated.mov"), workDir);

    var playback =
        Files.readString(processed.renditions().getLast().file(), StandardCharsets.ISO_8859_1);

    assertThat(playback).doesNotContain("2024-05-05", "©xyz", "com.apple.quicktime");
    assertThat(playback.indexOf("moov"))
        .as("plays before it is loaded")
        .isLessThan(playback.indexOf("mdat"));
  }

  @Test
  void tellsTitleArtistAndLengthOfASong() {
    var processed = EngineUnderTest.process(EngineUnderTest.sample("song.mp3"), workDir);

    assertThat(processed.tracks())
        .isEqualTo(
            new TrackInfo("mp3", null, "mp3", null, 128_428L, 44_100, 1, "Sine", "Albumen", null));
    assertThat(processed.durationMs()).isEqualTo(20_000);
  }

  @Test
  void drawsTheWaveformInPairs() throws IOException {
    EngineUnderTest.process(EngineUnderTest.sample("note.wav"), workDir);

    var waveform = new ObjectMapper().readTree(workDir.resolve("waveform.json").toFile());

    assertThat(waveform.path("data").size()).isEqualTo(2 * waveform.path("length").asInt());
    assertThat(waveform.path("length").asInt()).isBetween(400, 2000);
    assertThat(waveform.path("data"))
        .allSatisfy(peak -> assertThat(peak.asInt()).isBetween(-128, 127));
  }
}
