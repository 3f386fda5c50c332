package io.albumen.video.slideshow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.albumen.media.MediaFailure;
import io.albumen.media.MediaFormat;
import io.albumen.video.testing.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StillDecoderTest {
  private static final Canvas CANVAS = new Canvas(320, 180);

  /** Pure red in BT.709, limited range. */
  private static final int RED_Y = 63;

  private static final int RED_U = 102;
  private static final int RED_V = 240;

  private final StillDecoder decoder = new StillDecoder(Engine.PROCESS);
  private final byte[] frame = new byte[CANVAS.frameBytes()];
  @TempDir Path folder;

  @Test
  void colourIsRightInTheFilmsOwnColourSpace() throws IOException {
    decode("color=c=red:size=640x360,format=rgb24", "red.png", MediaFormat.PNG);

    assertThat(luma(160, 90)).isCloseTo(RED_Y, within(2));
    assertThat(chroma(0, 160, 90)).isCloseTo(RED_U, within(2));
    assertThat(chroma(1, 160, 90)).isCloseTo(RED_V, within(2));
  }

  @Test
  void jpegHasTheSameColour() throws IOException {
    decode("color=c=red:size=640x360,format=yuvj420p", "red.jpg", MediaFormat.JPEG);

    assertThat(luma(160, 90)).isCloseTo(RED_Y, within(3));
    assertThat(chroma(1, 160, 90)).isCloseTo(RED_V, within(3));
  }

  @Test
  void portraitIsWholeOnADarkBlurOfItself() throws IOException {
    decode("color=c=white:size=360x640,format=rgb24", "tall.png", MediaFormat.PNG);

    assertThat(luma(160, 2)).isCloseTo(235, within(2));
    assertThat(luma(160, 177)).isCloseTo(235, within(2));
    assertThat(luma(10, 90)).isBetween(100, 180);
  }

  @Test
  void smallPhotoFillsTheFilm() throws IOException {
    decode("color=c=white:size=64x36,format=rgb24", "small.png", MediaFormat.PNG);

    assertThat(luma(2, 2)).isCloseTo(235, within(2));
  }

  @Test
  void almostRightShapeIsCroppedNotBarred() throws IOException {
    decode("color=c=white:size=638x362,format=rgb24", "close.png", MediaFormat.PNG);

    assertThat(luma(0, 90)).isCloseTo(235, within(2));
    assertThat(luma(319, 90)).isCloseTo(235, within(2));
  }

  /** Each begins red and goes on to blue. */
  @ParameterizedTest
  @CsvSource({"WEBP, libwebp_anim, webp", "GIF, gif, gif", "PNG, apng, apng"})
  void ofWhatMovesTheFirstPictureIsShown(MediaFormat format, String codec, String muxer)
      throws IOException {
    var source =
        "color=c=red:size=640x360:rate=2:duration=1[a];color=c=blue:size=640x360:rate=2:duration=1[b];"
            + "[a][b]concat";
    Engine.run(folder, "-f", "lavfi", "-i", source, "-c:v", codec, "-f", muxer, "moving");

    decoder.decode(folder.resolve("moving"), format, CANVAS, frame, folder);

    assertThat(chroma(1, 160, 90)).isCloseTo(RED_V, within(6));
  }

  @Test
  void damagedPhotoIsAFailure() throws IOException {
    var photo = Engine.picture(folder, "testsrc=size=640x360", "cut.jpg");
    var bytes = Files.readAllBytes(photo);
    Files.write(photo, java.util.Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> decoder.decode(photo, MediaFormat.JPEG, CANVAS, frame, folder))
        .isInstanceOf(MediaFailure.class);
  }

  private void decode(String source, String name, MediaFormat format) throws IOException {
    var photo = Engine.picture(folder, source, name);
    decoder.decode(photo, format, CANVAS, frame, folder);
  }

  private int luma(int x, int y) {
    return frame[y * CANVAS.width() + x] & 0xff;
  }

  private int chroma(int plane, int x, int y) {
    var luma = CANVAS.width() * CANVAS.height();
    return frame[luma + plane * luma / 4 + y / 2 * CANVAS.width() / 2 + x / 2] & 0xff;
  }
}
