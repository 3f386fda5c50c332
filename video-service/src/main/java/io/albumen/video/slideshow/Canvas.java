package io.albumen.video.slideshow;

/** The picture area of a film; even on both sides, as 4:2:0 wants. */
public record Canvas(int width, int height) {

  public Canvas {
    if (width < 2 || height < 2 || width % 2 != 0 || height % 2 != 0) {
      throw new IllegalArgumentException("no film is %d by %d".formatted(width, height));
    }
  }

  /** Of one frame: full luma, and two chroma planes of a quarter each. */
  public int frameBytes() {
    return width * height * 3 / 2;
  }

  String size() {
    return width + "x" + height;
  }
}
