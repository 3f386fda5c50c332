package io.albumen.photo.disposal;

import io.albumen.common.UserId;
import io.albumen.photo.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

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
    doomed.insert(transaction, owner, objectKey, clock.instant());
  }
}
