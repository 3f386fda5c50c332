package io.albumen.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnimationTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"a.gif, gif, gif", "a.webp, libwebp_anim, webp", "a.png, apng, apng"})
  void knowsWhatMovesAndHowManyFramesItHas(String name, String codec, String muxer) {
    Engine.ffmpeg(
        folder,
        "-f",
        "lavfi",
        "-i",
        "testsrc=size=64x48:rate=5",
        "-frames:v",
        "7",
        "-c:v",
        codec,
        "-f",
        muxer,
        name);

    var picture = Engine.probe(folder.resolve(name)).picture().orElseThrow();

    assertThat(picture.stored()).isEqualTo(new Size(64, 48));
    assertThat(picture.frames()).isEqualTo(7);
    assertThat(picture.moves()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jpg", "a.png", "a.webp", "a.gif", "a.tiff"})
  void stillsStandStill(String name) {
    var picture = Engine.probe(Engine.pattern(folder, name, 33, 21)).picture().orElseThrow();

    assertThat(picture.stored()).isEqualTo(new Size(33, 21));
    assertThat(picture.moves()).isFalse();
  }

  @Test
  void transparencyIsToldByTheHeader() {
    for (var name : new String[] {"a.png", "a.webp"}) {
      Engine.ffmpeg(
          folder,
          "-f",
          "lavfi",
          "-i",
          "color=red@0.5:size=32x32,format=rgba",
          "-frames:v",
          "1",
          name);

      assertThat(Engine.probe(folder.resolve(name)).picture().orElseThrow().mayBeTransparent())
          .as(name)
          .isTrue();
    }
  }
}
