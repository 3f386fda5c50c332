package io.albumen.video.slideshow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlendTest {
  private static final byte[] FROM = {0, 16, (byte) 235, (byte) 255};
  private static final byte[] TO = {(byte) 255, 16, 16, 0};

  @Test
  void middleIsTheMeanOfBoth() {
    assertThat(mixed(128)).containsExactly(128, 16, (byte) 126, (byte) 128);
  }

  @Test
  void treatsBytesAsUnsigned() {
    assertThat(mixed(64)).containsExactly(64, 16, (byte) 180, (byte) 191);
  }

  @Test
  void endsAreExact() {
    assertThat(mixed(0)).isEqualTo(FROM);
    assertThat(mixed(Blend.WHOLE)).isEqualTo(TO);
  }

  private static byte[] mixed(int weight) {
    var into = new byte[FROM.length];
    Blend.mix(FROM, TO, into, weight);
    return into;
  }
}
