package io.albumen.auth.deletion;

import io.albumen.auth.announcement.Addressee;
import io.albumen.common.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the end of an account has come.
 *
 * @param completedAt set when {@link State#COMPLETED}
 * @param addressee who is told; forgotten when {@link State#COMPLETED}
 * @param receiptHash see {@link Receipt#hash}
 * @param receipt itself; forgotten once the mail that tells it is on its way
 * @param erased which services hold nothing any more, and since when
 */
record Deletion(
    UserId user,
    State state,
    Instant requestedAt,
    @Nullable Instant completedAt,
    @Nullable Addressee addressee,
    String receiptHash,
    @Nullable Receipt receipt,
    Map<String, Instant> erased) {

  /** In order; there is no way back. */
  enum State {
    /** Asked for; the account is being closed. */
    REQUESTED,
    /** Closed and told to the fleet; the services erase what they hold. */
    ERASING,
    /** Nothing is left but this record, which knows no address. */
    COMPLETED
  }

  Deletion {
    erased = Map.copyOf(erased);
  }

  static Deletion request(UserId user, Addressee addressee, Receipt receipt, Instant now) {
    return new Deletion(
        user, State.REQUESTED, now, null, addressee, receipt.hash(), receipt, Map.of());
  }

  /** The same, closed; who asked for it just now may still see the receipt. */
  Deletion erasing() {
    return new Deletion(
        user, State.ERASING, requestedAt, null, addressee, receiptHash, receipt, erased);
  }

  Deletion completed(Instant now) {
    return new Deletion(
        user, State.COMPLETED, requestedAt, now, null, receiptHash, receipt, erased);
  }

  boolean isErasedBy(Collection<String> services) {
    return erased.keySet().containsAll(services);
  }

  /** Shows neither the address nor the receipt. */
  @Override
  public String toString() {
    return "Deletion[" + user + ", " + state + "]";
  }
}
