package io.albumen.local.protocol;

/** A refusal in AWS's words: the error code clients switch on, and the message they show. */
public final class AwsFailure extends RuntimeException {
  private final String code;
  private final int status;

  public AwsFailure(int status, String code, String message) {
    super(message, null, false, false);
    this.code = code;
    this.status = status;
  }

  /** The status AWS gives to nearly all faults of the caller. */
  public AwsFailure(String code, String message) {
    this(400, code, message);
  }

  public String code() {
    return code;
  }

  public int status() {
    return status;
  }

  /** The message, never null. */
  public String text() {
    var message = getMessage();
    return message == null ? code : message;
  }
}
