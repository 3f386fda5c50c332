package io.albumen.photo.account;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import java.time.Instant;

/** A limit on bytes that leaves no room. */
public abstract sealed class QuotaException extends DomainException {
  private QuotaException(String code, String message) {
    super(ErrorKind.CONFLICT, code, message);
  }

  /** The library is full, counting what is still being uploaded. */
  static final class Total extends QuotaException {
    Total(long quotaBytes) {
      super("quota-exceeded", "The library's %d bytes leave no room".formatted(quotaBytes));
    }
  }

  /** Today's uploads have reached the daily limit. */
  static final class Daily extends QuotaException {
    Daily(long limitBytes, Instant resetsAt) {
      super(
          "daily-limit-exceeded",
          "Today's %d bytes leave no room before %s".formatted(limitBytes, resetsAt));
    }
  }
}
