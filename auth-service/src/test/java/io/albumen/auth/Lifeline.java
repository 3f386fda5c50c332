package io.albumen.auth;

/**
 * Lets a process die after any one of its steps: fakes tell of each effect they have had, and the
 * chosen one is the last.
 */
public final class Lifeline {
  private int stepsLeft = Integer.MAX_VALUE;

  /** The death of a process; no code may catch it. */
  public static final class Death extends Error {}

  public void dieAfter(int steps) {
    stepsLeft = steps;
  }

  public void liveOn() {
    stepsLeft = Integer.MAX_VALUE;
  }

  public void step() {
    if (stepsLeft != Integer.MAX_VALUE && --stepsLeft <= 0) {
      throw new Death();
    }
  }
}
