package io.albumen.notification;

/** Lets a process die at its n-th step: fakes pass here before and after each effect. */
public final class CrashPoint {
  private int stepsLeft = Integer.MAX_VALUE;

  /** What no code may catch and survive. */
  public static final class Crash extends Error {}

  /** The next step but {@code steps} is the last. */
  public void after(int steps) {
    stepsLeft = steps;
  }

  public void never() {
    stepsLeft = Integer.MAX_VALUE;
  }

  public void pass() {
    if (stepsLeft-- == 0) {
      throw new Crash();
    }
  }
}
