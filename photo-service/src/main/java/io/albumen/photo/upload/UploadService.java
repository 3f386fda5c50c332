package io.albumen.photo.upload;

import io.albumen.common.Ids;
import io.albumen.common.UserId;
import io.albumen.common.paging.Cursors;
import io.albumen.common.paging.Page;
import io.albumen.photo.account.Account;
import io.albumen.photo.account.Accounts;
import io.albumen.photo.database.Database;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.media.MediaItem;
import io.albumen.photo.media.library.MediaLibrary;
import io.albumen.photo.storage.ObjectKeys;
import io.albumen.photo.storage.ObjectStore;
import io.albumen.photo.storage.PartStore.Part;
import io.albumen.photo.storage.PresignedPut;
import io.albumen.photo.storage.UploadSlot;
import io.albumen.photo.upload.Judge.Verdict;
import io.albumen.photo.upload.announcement.FileDeclaration;
import io.albumen.photo.upload.announcement.FileDeclaration.Announced;
import io.albumen.photo.upload.announcement.PartPlan;
import io.albumen.photo.upload.announcement.Upload;
import io.albumen.photo.upload.announcement.UploadConfig;
import io.albumen.photo.upload.announcement.UploadException;
import io.albumen.photo.upload.announcement.UploadId;
import io.albumen.photo.upload.announcement.UploadRepository;
import io.albumen.photo.upload.announcement.UploadState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Announces files: reserves their bytes, remembers them, and only then gives out URLs. */
@ApplicationScoped
class UploadService {
  private static final String PENDING_QUERY = "uploads?state=PENDING";

  private final UploadRepository uploads;
  private final Accounts accounts;
  private final MediaLibrary library;
  private final ObjectStore objects;
  private final PartsService parts;
  private final Database database;
  private final Cursors cursors;
  private final UploadConfig config;
  private final Ids ids;
  private final Clock clock;

  UploadService(
      UploadRepository uploads,
      Accounts accounts,
      MediaLibrary library,
      ObjectStore objects,
      PartsService parts,
      Database database,
      Cursors cursors,
      UploadConfig config,
      Ids ids,
      Clock clock) {
    this.uploads = uploads;
    this.accounts = accounts;
    this.library = library;
    this.objects = objects;
    this.parts = parts;
    this.database = database;
    this.cursors = cursors;
    this.config = config;
    this.ids = ids;
    this.clock = clock;
  }

  /** What an upload still needs. */
  sealed interface Renewed {
    Upload upload();

    /** Its bytes, at this URL. */
    record Whole(Upload upload, PresignedPut put) implements Renewed {}

    /**
     * Some of its parts.
     *
     * @param there those that it doesn't need any more
     */
    record InParts(Upload upload, PartPlan plan, List<Part> there) implements Renewed {}

    /** Nothing but to be completed. */
    record Arrived(Upload upload) implements Renewed {}
  }

  private sealed interface Decision {
    record Pending(Upload upload) implements Decision {}

    record Settled(MintResult result) implements Decision {}
  }

  /**
   * One result for each file, in order; a bad one harms no other. Announcing a file again while it
   * is pending gives the same upload a fresh URL, and reserves nothing more.
   */
  List<MintResult> mint(UserId owner, List<Announced> files) {
    var decisions = database.inTransaction(transaction -> decide(transaction, owner, files));
    return decisions.stream()
        .map(
            decision ->
                switch (decision) {
                  case Decision.Settled(var result) -> result;
                  case Decision.Pending(var upload) -> accepted(upload);
                })
        .toList();
  }

  /** As {@link #mint} would answer now; nothing is reserved or remembered. */
  List<MintResult> check(UserId owner, List<Announced> files) {
    var account = accounts.get(owner);
    return database.inTransaction(
        transaction -> {
          var judge = judge(transaction, account, files);
          return files.stream().map(file -> foretell(judge.judge(file))).toList();
        });
  }

  private static MintResult foretell(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Known(var item) -> duplicate(item);
      case Verdict.Pending _, Verdict.Fresh _ -> new MintResult.Acceptable();
      case Verdict.Refused(var reason) -> new MintResult.Rejected(reason);
    };
  }

  private static MintResult duplicate(MediaItem item) {
    return new MintResult.Duplicate(item.id(), item.trashedAt() != null);
  }

  private List<Decision> decide(Transaction transaction, UserId owner, List<Announced> files) {
    var judge = judge(transaction, accounts.lock(transaction, owner), files);
    var decisions = new ArrayList<Decision>();
    for (var file : files) {
      decisions.add(decide(transaction, judge, file));
    }
    accounts.save(transaction, judge.account());
    return List.copyOf(decisions);
  }

  private Judge judge(Transaction transaction, Account account, List<Announced> files) {
    return new Judge(
        transaction, account, accounts.dailyLimitBytes(), library, uploads, config, files);
  }

  private Decision decide(Transaction transaction, Judge judge, Announced announced) {
    return switch (judge.judge(announced)) {
      case Verdict.Known(var item) -> new Decision.Settled(duplicate(item));
      case Verdict.Pending(var upload) -> new Decision.Pending(renew(transaction, upload));
      case Verdict.Fresh(var file) -> {
        var upload = announce(transaction, file, judge.account());
        judge.add(upload);
        yield new Decision.Pending(upload);
      }
      case Verdict.Refused(var reason) -> new Decision.Settled(new MintResult.Rejected(reason));
    };
  }

  private Upload announce(Transaction transaction, FileDeclaration file, Account account) {
    var id = new UploadId(ids.next());
    var now = clock.instant();
    var key = ObjectKeys.original(account.id(), now, id.value());
    var upload =
        new Upload(
            account.id(),
            id,
            UploadState.PENDING,
            file.name(),
            new UploadSlot(key, file.contentType(), file.sizeBytes(), file.sha256()),
            now,
            now.plus(config.urlLifetime()),
            account.day().resetsAt(),
            null,
            null,
            new Upload.Manner(file.replaces(), null));
    uploads.insert(transaction, upload, upload.expiresAt().plus(config.grace()));
    return upload;
  }

  private MintResult accepted(Upload upload) {
    return new MintResult.Accepted(
        upload, parts.isInParts(upload) ? Optional.empty() : Optional.of(presign(upload)));
  }

  /** The URL ends when the row says, so that nothing can be put after the sweep. */
  private PresignedPut presign(Upload upload) {
    var left = Duration.between(clock.instant(), upload.expiresAt());
    return objects.presignPut(upload.slot(), left);
  }

  private Upload renew(Transaction transaction, Upload upload) {
    var expiresAt = clock.instant().plus(config.urlLifetime());
    uploads.postpone(transaction, upload, expiresAt, expiresAt.plus(config.grace()));
    return upload.withExpiry(expiresAt);
  }

  /** How it is cut, unless it goes up whole. */
  Optional<PartPlan> plan(Upload upload) {
    return parts.isInParts(upload) ? Optional.of(parts.plan(upload)) : Optional.empty();
  }

  /** What was announced but not completed, oldest first. */
  Page<Upload> pending(UserId owner, @Nullable String cursor, int limit) {
    var after =
        cursor == null ? null : UUID.fromString(cursors.decode(owner, PENDING_QUERY, cursor));
    var found =
        database.inTransaction(
            transaction -> uploads.findPending(transaction, owner, after, limit + 1));
    if (found.size() <= limit) {
      return new Page<>(found, null);
    }
    var page = found.subList(0, limit);
    var position = page.getLast().id().toString();
    return new Page<>(page, cursors.encode(owner, PENDING_QUERY, position));
  }

  /**
   * Fresh URLs for what is missing.
   *
   * @throws UploadException.NotPending when it is settled
   */
  Renewed renew(UserId owner, UploadId id) {
    var upload =
        database.inTransaction(
            transaction -> {
              var account = accounts.lock(transaction, owner);
              return renew(transaction, uploads.lockPending(transaction, account.id(), id));
            });
    return parts.isInParts(upload) ? renewParts(upload) : renewWhole(upload);
  }

  private Renewed renewWhole(Upload upload) {
    return objects.find(upload.slot().key()).isPresent()
        ? new Renewed.Arrived(upload)
        : new Renewed.Whole(upload, presign(upload));
  }

  private Renewed renewParts(Upload upload) {
    return parts
        .find(upload)
        .<Renewed>map(there -> new Renewed.InParts(upload, parts.plan(upload), there))
        .orElseGet(() -> new Renewed.Arrived(upload));
  }

  /** Gives it up; its bytes stay reserved until its last URL has ended. Twice is fine. */
  void abandon(UserId owner, UploadId id) {
    database.transact(
        transaction -> {
          var upload = uploads.lockExisting(transaction, owner, id);
          switch (upload.state()) {
            case ABANDONED -> {}
            case PENDING ->
                uploads.settle(
                    transaction,
                    upload,
                    UploadState.ABANDONED,
                    null,
                    null,
                    upload.expiresAt().plus(config.grace()));
            case COMPLETED, DUPLICATE, FAILED -> throw new UploadException.NotPending(id);
          }
        });
  }
}
