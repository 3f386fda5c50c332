package io.albumen.photo.upload;

import io.albumen.common.UserId;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.upload.announcement.UploadConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long something can still be put by the URLs that were given out to an owner. */
@ApplicationScoped
public class UploadUrls {
  private final UploadConfig config;

  UploadUrls(UploadConfig config) {
    this.config = config;
  }

  /**
   * When the last request that began in time has ended, if there is any URL.
   *
   * @param waitedFor for URLs that nothing may have been put by yet
   * @param any also for those whose bytes came; by these the same bytes may be put again, once the
   *     object is gone
   */
  public record Ends(Optional<Instant> waitedFor, Optional<Instant> any) {}

  /** Under the account's lock, so that none is given out or renewed meanwhile. */
  public Ends ends(Transaction transaction, UserId owner) {
    return transaction
        .query(
            """
            select max(expires_at) as any_end,
              max(expires_at) filter (where state in ('PENDING', 'ABANDONED')) as waited_for_end
            from uploads where owner_id = ?
            """,
            row ->
                new Ends(
                    end(row.instantOrNull("waited_for_end")), end(row.instantOrNull("any_end"))),
            owner.value())
        .getFirst();
  }

  private Optional<Instant> end(@Nullable Instant expiresAt) {
    return Optional.ofNullable(expiresAt).map(expiry -> expiry.plus(config.grace()));
  }
}
