package io.albumen.photo.disposal;

import io.albumen.common.UserId;
import io.albumen.photo.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Remembers what is to be deleted, in the transaction that ends its last use. */
@ApplicationScoped
public class Disposal {
  private final DoomedObjectRepository doomed;
  private final Clock clock;

  Disposal(DoomedObjectRepository doomed, Clock clock) {
    this.doomed = doomed;
    this.clock = clock;
  }

  /**
   * The object goes soon after the transaction commits; fine if it never existed.
   *
   * @param objectKey with a slash at its end, everything below it goes
   */
  public void add(Transaction transaction, UserId owner, String objectKey) {
    add(transaction, owner, objectKey, Duration.ZERO);
  }

  /**
   * As {@link #add}, but not before so much time has passed; of two times the earlier one holds.
   * Said before something is put, it is what removes it should nobody {@link #spare} it.
   */
  public void add(Transaction transaction, UserId owner, String objectKey, Duration delay) {
    doomed.insert(transaction, owner, objectKey, clock.instant().plus(delay), null);
  }

  /**
   * As {@link #add}, and once more when nothing can be put under the key any longer.
   *
   * @param until nothing is put after it; in the past, once is enough
   */
  public void addTwice(Transaction transaction, UserId owner, String objectKey, Instant until) {
    doomed.insert(transaction, owner, objectKey, clock.instant(), until);
  }

  /**
   * Takes back what was said, as the object has come into use.
   *
   * @return false when its deletion has begun, and it must not be used
   */
  public boolean spare(Transaction transaction, UserId owner, String objectKey) {
    return doomed.spare(transaction, owner, objectKey);
  }
}
