package io.albumen.local;

/** The stack cannot start; the message is one plain sentence for the person at the terminal. */
public final class StartFailure extends RuntimeException {

  public StartFailure(String sentence) {
    super(sentence);
  }

  public StartFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
