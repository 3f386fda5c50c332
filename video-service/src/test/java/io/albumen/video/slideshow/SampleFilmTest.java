package io.albumen.video.slideshow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.albumen.common.testing.ContractCheck;
import io.albumen.media.MediaFormat;
import io.albumen.media.MediaSniffer;
import io.albumen.media.probe.MediaProbe;
import io.albumen.video.testing.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film of real photographs: every format and orientation that people have. */
class SampleFilmTest {
  private static final Path SAMPLES =
      Optional.ofNullable(System.getenv("ALBUMEN_SAMPLES"))
          .map(Path::of)
          .orElseGet(() -> ContractCheck.repository().resolve("../shared/samples"));
  private static final List<String> PHOTOS =
      List.of("photo-1.jpg", "photo-2.jpg", "photo-p3.jpg", "photo.avif", "picture.webp");

  private final SlideshowMaker maker = new SlideshowMaker(Engine.PROCESS);
  private final StillDecoder decoder = new StillDecoder(Engine.PROCESS);
  @TempDir Path folder;

  @BeforeEach
  void samples() {
    assumeTrue(Files.isDirectory(SAMPLES), "no sample media at " + SAMPLES);
  }

  @Test
  void filmOfRealPhotosWithMusic() throws Exception {
    var canvas = new Canvas(1920, 1080);
    var music = new Soundtrack(SAMPLES.resolve("song.mp3"), MediaFormat.MP3);
    var plan = new SlideshowMaker.Plan(canvas, PHOTOS.size(), 90, true, music);

    var made =
        maker.make(
            plan,
            (index, frame) -> decode(SAMPLES.resolve(PHOTOS.get(index)), canvas, frame),
            folder,
            percent -> {},
            new Abort());

    var probed = new MediaProbe(Engine.PROCESS).probe(made.film(), MediaFormat.MP4);
    assertThat(probed.duration().orElseThrow().toMillis()).isEqualTo(15_000);
    assertThat(probed.sound()).isPresent();
    keep(made);
  }

  private void decode(Path photo, Canvas canvas, byte[] frame) throws IOException {
    try (var in = Files.newInputStream(photo)) {
      var format = MediaSniffer.sniff(in.readNBytes(MediaSniffer.LEADING_BYTES)).orElseThrow();
      decoder.decode(photo, format, canvas, frame, folder);
    }
  }

  /** For people to look at. */
  private static void keep(SlideshowMaker.Made made) throws IOException {
    var target =
        Files.createDirectories(ContractCheck.repository().resolve("video-service/target"));
    Files.write(target.resolve("sample-film.mp4"), Files.readAllBytes(made.film()));
    Files.write(target.resolve("sample-poster.jpg"), Files.readAllBytes(made.poster()));
  }
}
