package io.albumen.photo.upload;

import io.albumen.common.UserId;
import io.albumen.photo.account.Accounts;
import io.albumen.photo.database.Database;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.storage.ObjectStore;
import io.albumen.photo.storage.PartStore;
import io.albumen.photo.storage.PartStore.Part;
import io.albumen.photo.storage.PartStore.PartsUpload;
import io.albumen.photo.storage.PartStore.StoredPart;
import io.albumen.photo.storage.PresignedPut;
import io.albumen.photo.upload.announcement.PartPlan;
import io.albumen.photo.upload.announcement.Upload;
import io.albumen.photo.upload.announcement.UploadConfig;
import io.albumen.photo.upload.announcement.UploadException;
import io.albumen.photo.upload.announcement.UploadId;
import io.albumen.photo.upload.announcement.UploadRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Files too large for one request. The bucket is told of the first part only when its URL is asked
 * for, so that most of what is announced and then given up leaves nothing there.
 */
@ApplicationScoped
class PartsService {
  private final UploadRepository uploads;
  private final Accounts accounts;
  private final ObjectStore objects;
  private final PartStore parts;
  private final Database database;
  private final UploadConfig config;
  private final Clock clock;

  PartsService(
      UploadRepository uploads,
      Accounts accounts,
      ObjectStore objects,
      PartStore parts,
      Database database,
      UploadConfig config,
      Clock clock) {
    this.uploads = uploads;
    this.accounts = accounts;
    this.objects = objects;
    this.parts = parts;
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  /** A part whose bytes the caller has, and is about to send. */
  record Wanted(int number, String sha256) {}

  /** Where to send a part. */
  record PartUrl(int number, PresignedPut put) {}

  /** URLs that end with the upload's new expiry. */
  record PartUrls(Upload upload, List<PartUrl> urls) {}

  boolean isInParts(Upload upload) {
    return upload.slot().sizeBytes() > config.maxSinglePut().asLongValue();
  }

  PartPlan plan(Upload upload) {
    return PartPlan.of(upload.slot().sizeBytes(), config.partSize().asLongValue());
  }

  /**
   * A URL for each part; one that is there already may be sent again.
   *
   * @throws UploadException.NotInParts when it goes up in one request
   */
  PartUrls presign(UserId owner, UploadId id, List<Wanted> wanted) {
    var upload = database.inTransaction(transaction -> postpone(transaction, owner, id));
    if (!isInParts(upload)) {
      throw new UploadException.NotInParts(id);
    }
    var plan = plan(upload);
    var cut = wanted.stream().map(part -> plan.part(part.number(), part.sha256())).toList();
    var begun = begun(upload);
    var left = Duration.between(clock.instant(), upload.expiresAt());
    return new PartUrls(upload, cut.stream().map(part -> presign(begun, part, left)).toList());
  }

  private PartUrl presign(PartsUpload begun, Part part, Duration lifetime) {
    return new PartUrl(part.number(), parts.presign(begun, part, lifetime));
  }

  private Upload postpone(Transaction transaction, UserId owner, UploadId id) {
    accounts.lock(transaction, owner);
    var pending = uploads.lockPending(transaction, owner, id);
    var expiresAt = clock.instant().plus(config.urlLifetime());
    uploads.postpone(transaction, pending, expiresAt, expiresAt.plus(config.grace()));
    return pending.withExpiry(expiresAt);
  }

  private PartsUpload begun(Upload upload) {
    var partsId = upload.manner().partsId();
    return partsId == null ? begin(upload) : new PartsUpload(upload.slot().key(), partsId);
  }

  /** Of two at once, the second takes the first one's. */
  private PartsUpload begin(Upload upload) {
    var begun = parts.begin(upload.slot());
    var before = upload.manner().partsId();
    if (database.inTransaction(it -> uploads.begin(it, upload, before, begun.id()))) {
      return begun;
    }
    parts.abort(begun);
    return database
        .inTransaction(transaction -> uploads.find(transaction, upload.owner(), upload.id()))
        .flatMap(PartsService::begunOf)
        .orElseThrow(() -> new UploadException.NotFound(upload.id()));
  }

  private static Optional<PartsUpload> begunOf(Upload upload) {
    return Optional.ofNullable(upload.manner().partsId())
        .map(id -> new PartsUpload(upload.slot().key(), id));
  }

  /** What is there; none at all once they were made one object. */
  Optional<List<Part>> find(Upload upload) {
    var begun = begunOf(upload);
    if (begun.isEmpty()) {
      return Optional.of(List.of());
    }
    var stored = parts.find(begun.get());
    if (stored.isPresent()) {
      return stored.map(found -> found.stream().map(StoredPart::part).toList());
    }
    if (objects.find(upload.slot().key()).isPresent()) {
      return Optional.empty();
    }
    begin(upload); // ended without us, as by a rule of the bucket's: all is to be sent again
    return Optional.of(List.of());
  }

  /**
   * Makes one object of the parts; again is fine.
   *
   * @throws UploadException.PartsMissing when some are not there yet
   */
  void assemble(Upload upload) {
    var begun = begunOf(upload);
    var stored = begun.flatMap(parts::find).orElse(List.of());
    if (begun.isPresent() && stored.isEmpty() && objects.find(upload.slot().key()).isPresent()) {
      return;
    }
    var plan = plan(upload);
    var missing = plan.missing(stored);
    if (missing > 0) {
      throw new UploadException.PartsMissing(upload.name(), missing, plan.count());
    }
    parts.complete(begun.orElseThrow(), stored);
  }

  /** What may be left in the bucket of one whose URLs have all ended. */
  void clear(Upload upload) {
    if (isInParts(upload)) {
      parts.abortAll(upload.slot().key());
    }
  }
}
