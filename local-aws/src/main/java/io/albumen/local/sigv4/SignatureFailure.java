package io.albumen.local.sigv4;

/** Why a request's signature was refused. Each protocol of AWS names these its own way. */
public final class SignatureFailure extends RuntimeException {
  private final Fault fault;

  SignatureFailure(Fault fault, String message) {
    super(message, null, false, false);
    this.fault = fault;
  }

  /** What is wrong, with the code of JSON services and the code and status of query services. */
  public enum Fault {
    MISSING("MissingAuthenticationTokenException", "MissingAuthenticationToken", 403),
    INCOMPLETE("IncompleteSignatureException", "IncompleteSignature", 400),
    UNKNOWN_KEY("UnrecognizedClientException", "InvalidClientTokenId", 403),
    MISMATCH("InvalidSignatureException", "SignatureDoesNotMatch", 403);

    private final String jsonCode;
    private final String queryCode;
    private final int queryStatus;

    Fault(String jsonCode, String queryCode, int queryStatus) {
      this.jsonCode = jsonCode;
      this.queryCode = queryCode;
      this.queryStatus = queryStatus;
    }

    public String jsonCode() {
      return jsonCode;
    }

    public String queryCode() {
      return queryCode;
    }

    public int queryStatus() {
      return queryStatus;
    }
  }

  public Fault fault() {
    return fault;
  }

  /** The message, never null. */
  public String text() {
    var message = getMessage();
    return message == null ? fault.jsonCode() : message;
  }
}
