package io.albumen.video.testing;

/** Lets a process die at its n-th step: fakes pass here before and after each effect. */
public final class Crashing {
  private int left = Integer.MAX_VALUE;

  /** An error no code of ours catches, as if the process had been killed. */
  public static final class Crash extends Error {}

  public void after(int steps) {
    left = steps;
  }

  public void never() {
    left = Integer.MAX_VALUE;
  }

  public void step() {
    if (left-- <= 0) {
      throw new Crash();
    }
  }
}
