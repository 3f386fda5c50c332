package io.albumen.video.slideshow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.albumen.media.MediaFormat;
import io.albumen.media.probe.MediaProbe;
import io.albumen.video.testing.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SlideshowMakerTest {
  private static final Canvas CANVAS = new Canvas(320, 180);
  private static final int FRAMES_PER_PHOTO = 45;

  /** Photo i is of one grey, this much lighter than the one before. */
  private static final int STEP = 60;

  private final SlideshowMaker maker = new SlideshowMaker(Engine.PROCESS);
  private final List<Integer> heard = new ArrayList<>();
  @TempDir Path folder;

  @Test
  void filmHasExactlyTheFramesOfItsPhotos() throws Exception {
    var film = make(plan(3, true, null)).film();

    assertThat(greys(film)).hasSize(3 * FRAMES_PER_PHOTO);
  }

  @Test
  void everyPhotoStandsUntilTheFadeBegins() throws Exception {
    var greys = greys(make(plan(3, true, null)).film());

    assertThat(greys.get(0)).isCloseTo(grey(0), within(3));
    assertThat(greys.get(FRAMES_PER_PHOTO - FrameSchedule.CROSSFADE - 1))
        .isCloseTo(grey(0), within(3));
    assertThat(greys.get(FRAMES_PER_PHOTO)).isCloseTo(grey(1), within(3));
    assertThat(greys.getLast()).isCloseTo(grey(2), within(3));
  }

  @Test
  void middleOfTheFadeIsHalfOfEach() throws Exception {
    var greys = greys(make(plan(2, true, null)).film());

    var middle = FRAMES_PER_PHOTO - FrameSchedule.CROSSFADE - 1 + 8;
    assertThat(greys.get(middle)).isCloseTo((grey(0) + grey(1)) / 2, within(4));
  }

  @Test
  void hardCutHasNoFrameInBetween() throws Exception {
    var greys = greys(make(plan(2, false, null)).film());

    assertThat(greys).hasSize(2 * FRAMES_PER_PHOTO);
    assertThat(greys.get(FRAMES_PER_PHOTO - 1)).isCloseTo(grey(0), within(3));
    assertThat(greys.get(FRAMES_PER_PHOTO)).isCloseTo(grey(1), within(3));
  }

  @Test
  void musicLastsAsLongAsTheFilmHoweverShortItIs() throws Exception {
    var film = make(plan(4, true, tune())).film();

    var probed = new MediaProbe(Engine.PROCESS).probe(film, MediaFormat.MP4);
    assertThat(probed.sound()).isPresent();
    assertThat(loudness(film, 5.0)).isBetween(0.4 * loudness(film, 1.0), loudness(film, 1.0));
    assertThat(samples(film)).isCloseTo(6 * 48_000 * 2, within(2 * 2048));
  }

  @Test
  void musicFadesOutAtTheEnd() throws Exception {
    var film = make(plan(4, true, tune())).film();

    assertThat(loudness(film, 5.9)).isLessThan(0.2 * loudness(film, 1.0));
  }

  @Test
  void posterIsTheFirstPhoto() throws Exception {
    var poster = make(plan(2, true, null)).poster();

    var grey =
        mean(
            Engine.run(
                folder,
                "-i",
                poster.toString(),
                "-vf",
                "scale=out_range=tv,format=gray",
                "-f",
                "rawvideo",
                "pipe:1"));
    assertThat(grey).isBetween(grey(0) - 20, grey(0) + 4);
  }

  @Test
  void progressRisesToTheEnd() throws Exception {
    make(plan(3, true, null));

    assertThat(heard).isSorted().contains(0, 33, 99);
  }

  @Test
  void holdsFourFramesHoweverManyPhotos() throws Exception {
    Set<Integer> frames = new HashSet<>();

    maker.make(
        plan(12, false, null),
        (index, frame) -> {
          frames.add(System.identityHashCode(frame));
          paint(index % 3, frame);
        },
        folder,
        heard::add,
        new Abort());

    assertThat(frames).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void failureOfAPhotoIsTheFailureOfTheFilm() {
    PhotoFeed broken =
        (index, frame) -> {
          throw new IOException("photo " + index);
        };

    assertThatThrownBy(
            () -> maker.make(plan(2, true, null), broken, folder, heard::add, new Abort()))
        .isInstanceOf(IOException.class)
        .hasMessage("photo 0");
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.SECONDS)
  void abortEndsAMakerThatIsBlocked() {
    var abort = new Abort();
    PhotoFeed aborting =
        (index, frame) -> {
          paint(index % 3, frame);
          if (index == 2) {
            abort.abort();
          }
        };
    var longFilm = new SlideshowMaker.Plan(new Canvas(1920, 1080), 500, 450, true, null);

    assertThatThrownBy(() -> maker.make(longFilm, aborting, folder, heard::add, abort))
        .isInstanceOfAny(IOException.class, RuntimeException.class);
  }

  private SlideshowMaker.Made make(SlideshowMaker.Plan plan) throws Exception {
    return maker.make(plan, (index, frame) -> paint(index, frame), folder, heard::add, new Abort());
  }

  private static SlideshowMaker.Plan plan(
      int photos, boolean crossfade, @Nullable Soundtrack music) {
    return new SlideshowMaker.Plan(CANVAS, photos, FRAMES_PER_PHOTO, crossfade, music);
  }

  private static int grey(int photo) {
    return 30 + STEP * photo;
  }

  private static void paint(int photo, byte[] frame) {
    var luma = frame.length * 2 / 3;
    Arrays.fill(frame, 0, luma, (byte) grey(photo));
    Arrays.fill(frame, luma, frame.length, (byte) 128);
  }

  @Test
  void attack42WhatItsMusicSaysOfItselfIsNowhereInTheFilm() throws Exception {
    var made = make(plan(2, true, tune()));

    for (var file : List.of(made.film(), made.poster())) {
      assertThat(new String(Files.readAllBytes(file), ISO_8859_1)).doesNotContain("evil");
    }
  }

  /** Of a title that tries to be a filter. */
  private Soundtrack tune() {
    Engine.run(
        folder,
        "-f",
        "lavfi",
        "-i",
        "sine=frequency=440:duration=1.5",
        "-metadata",
        "title=evil',drawtext=textfile=/etc/passwd <img onerror=x>",
        "tune.mp3");
    return new Soundtrack(folder.resolve("tune.mp3"), MediaFormat.MP3);
  }

  /** Mean luma of every frame. */
  private List<Integer> greys(Path film) {
    var size = CANVAS.width() * CANVAS.height();
    var all =
        Engine.run(
            folder, "-i", film.toString(), "-vf", "extractplanes=y", "-f", "rawvideo", "pipe:1");
    var greys = new ArrayList<Integer>();
    for (int at = 0; at + size <= all.length; at += size) {
      greys.add(mean(Arrays.copyOfRange(all, at, at + size)));
    }
    return greys;
  }

  private static int mean(byte[] bytes) {
    long sum = 0;
    for (byte value : bytes) {
      sum += value & 0xff;
    }
    return (int) (sum / bytes.length);
  }

  /** Mean amplitude of the tenth of a second that begins there. */
  private double loudness(Path film, double second) {
    var pcm =
        Engine.run(
            folder,
            "-i",
            film.toString(),
            "-vn",
            "-ss",
            Double.toString(second),
            "-t",
            "0.1",
            "-f",
            "u8",
            "pipe:1");
    double sum = 0;
    for (byte value : pcm) {
      sum += Math.abs((value & 0xff) - 128);
    }
    return sum / pcm.length;
  }

  private int samples(Path film) throws IOException {
    Engine.run(folder, "-i", film.toString(), "-vn", "-f", "u8", "pcm");
    return (int) Files.size(folder.resolve("pcm"));
  }
}
