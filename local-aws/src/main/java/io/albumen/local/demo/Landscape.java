package io.albumen.local.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Draws hills under a sky; no two seeds look the same. */
final class Landscape {
  private static final int LONG_EDGE = 2400;
  private static final int SHORT_EDGE = 1600;
  private static final int RANGES = 5;
  private final Random random;
  private final int width;
  private final int height;
  private final float hue;

  Landscape(long seed) {
    random = new Random(seed);
    var isPortrait = random.nextInt(4) == 0;
    width = isPortrait ? SHORT_EDGE : LONG_EDGE;
    height = isPortrait ? LONG_EDGE : SHORT_EDGE;
    hue = random.nextFloat();
  }

  byte[] jpeg() throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    sky(canvas);
    sun(canvas);
    for (int range = 0; range < RANGES; range++) {
      hills(canvas, range);
    }
    canvas.dispose();
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    return out.toByteArray();
  }

  private void sky(Graphics2D canvas) {
    var top = Color.getHSBColor(hue, 0.55f, 0.75f);
    var horizon = Color.getHSBColor(hue + 0.1f, 0.25f, 0.98f);
    canvas.setPaint(new GradientPaint(0, 0, top, 0, height * 0.7f, horizon));
    canvas.fillRect(0, 0, width, height);
  }

  private void sun(Graphics2D canvas) {
    int size = height / 10 + random.nextInt(height / 10);
    int x = random.nextInt(width - size);
    int y = height / 8 + random.nextInt(height / 4);
    canvas.setPaint(Color.getHSBColor(hue + 0.12f, 0.12f, 1f));
    canvas.fillOval(x, y, size, size);
  }

  private void hills(Graphics2D canvas, int range) {
    double base = height * (0.5 + 0.1 * range);
    double swing = height * (0.14 - 0.015 * range);
    double phase = random.nextDouble() * 10;
    var shape = new Polygon();
    shape.addPoint(0, height);
    for (int x = 0; x <= width; x += 8) {
      double at = (double) x / LONG_EDGE;
      double y =
          Math.sin(at * 5 + phase) + 0.5 * Math.sin(at * 13 + phase * 3) + 0.2 * Math.sin(at * 37);
      shape.addPoint(x, (int) (base - swing * y));
    }
    shape.addPoint(width, height);
    float depth = (float) range / RANGES;
    canvas.setPaint(
        Color.getHSBColor(hue + 0.05f + 0.05f * depth, 0.3f + 0.4f * depth, 0.8f - 0.6f * depth));
    canvas.fillPolygon(shape);
  }
}
