package io.albumen.media;

/** Width and height in pixels, each at least 1. */
public record Size(int width, int height) {
  public Size {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("No picture is %d by %d".formatted(width, height));
    }
  }

  public long pixels() {
    return (long) width * height;
  }

  /**
   * The largest of the same shape that a box of this width and height holds; never larger than
   * this.
   */
  public Size within(int maxWidth, int maxHeight) {
    double scale = Math.min(1, Math.min((double) maxWidth / width, (double) maxHeight / height));
    return new Size(
        (int) Math.max(1, Math.round(width * scale)),
        (int) Math.max(1, Math.round(height * scale)));
  }

  Size transposed() {
    return new Size(height, width);
  }
}
