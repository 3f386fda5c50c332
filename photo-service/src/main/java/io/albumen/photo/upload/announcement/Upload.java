package io.albumen.photo.upload.announcement;

import io.albumen.common.UserId;
import io.albumen.photo.account.Account;
import io.albumen.photo.media.Fault;
import io.albumen.photo.media.FileName;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.storage.UploadSlot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An announced file.
 *
 * @param slot where it goes, and what exactly may go there
 * @param expiresAt when the last URL given out ends
 * @param reservedDay end of the day that its bytes count for
 * @param media the item it became, or that was there before
 */
public record Upload(
    UserId owner,
    UploadId id,
    UploadState state,
    FileName name,
    UploadSlot slot,
    Instant createdAt,
    Instant expiresAt,
    Instant reservedDay,
    @Nullable MediaId media,
    @Nullable Fault fault,
    Manner manner) {

  /**
   * How it comes, and as what.
   *
   * @param replaces the item that it becomes a version of
   * @param partsId the bucket's name of the upload in parts, once begun
   */
  public record Manner(@Nullable MediaId replaces, @Nullable String partsId) {}

  public Account.Reservation reservation() {
    return new Account.Reservation(slot.sizeBytes(), reservedDay);
  }

  public Upload withExpiry(Instant newExpiry) {
    return new Upload(
        owner, id, state, name, slot, createdAt, newExpiry, reservedDay, media, fault, manner);
  }

  public Upload withPartsId(String partsId) {
    return new Upload(
        owner,
        id,
        state,
        name,
        slot,
        createdAt,
        expiresAt,
        reservedDay,
        media,
        fault,
        new Manner(manner.replaces(), partsId));
  }
}
