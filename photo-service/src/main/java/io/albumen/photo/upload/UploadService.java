package io.albumen.photo.upload;

import io.albumen.common.Cursors;
import io.albumen.common.Ids;
import io.albumen.common.Page;
import io.albumen.common.UserId;
import io.albumen.photo.account.Account;
import io.albumen.photo.account.Accounts;
import io.albumen.photo.account.QuotaException;
import io.albumen.photo.database.Database;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.media.MediaLibrary;
import io.albumen.photo.storage.ObjectKeys;
import io.albumen.photo.storage.ObjectStore;
import io.albumen.photo.storage.PresignedPut;
import io.albumen.photo.storage.UploadSlot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
      Database database,
      Cursors cursors,
      UploadConfig config,
      Ids ids,
      Clock clock) {
    this.uploads = uploads;
    this.accounts = accounts;
    this.library = library;
    this.objects = objects;
    this.database = database;
    this.cursors = cursors;
    this.config = config;
    this.ids = ids;
    this.clock = clock;
  }

  /** A file as announced, not yet looked at. */
  record Announced(String name, String contentType, long sizeBytes, String sha256) {}

  /** An upload with the URL that is still needed; none when its bytes are there. */
  record Renewed(Upload upload, Optional<PresignedPut> put) {}

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

  private List<Decision> decide(Transaction transaction, UserId owner, List<Announced> files) {
    var minting = new Minting(transaction, accounts.lock(transaction, owner));
    var decisions = new ArrayList<Decision>();
    for (var file : files) {
      decisions.add(minting.decide(file));
    }
    accounts.save(transaction, minting.account);
    return List.copyOf(decisions);
  }

  /** One request's files against one account, each seeing what those before it have reserved. */
  private final class Minting {
    private final Transaction transaction;
    private final Instant now = clock.instant();
    private Account account;

    Minting(Transaction transaction, Account account) {
      this.transaction = transaction;
      this.account = account;
    }

    Decision decide(Announced announced) {
      try {
        var file =
            FileDeclaration.of(
                announced.name(),
                announced.contentType(),
                announced.sizeBytes(),
                announced.sha256(),
                config);
        return library
            .findByHash(transaction, account.id(), file.sha256())
            .<Decision>map(media -> new Decision.Settled(new MintResult.Duplicate(media)))
            .or(() -> uploads.findPending(transaction, account.id(), file).map(this::renew))
            .orElseGet(() -> reserve(file));
      } catch (UploadException | QuotaException refusal) {
        return new Decision.Settled(new MintResult.Rejected(refusal));
      }
    }

    private Decision renew(Upload upload) {
      return new Decision.Pending(UploadService.this.renew(transaction, upload, now));
    }

    private Decision reserve(FileDeclaration file) {
      account = account.reserve(file.sizeBytes(), accounts.dailyLimitBytes());
      var upload = announce(file);
      uploads.insert(transaction, upload, upload.expiresAt().plus(config.grace()));
      return new Decision.Pending(upload);
    }

    private Upload announce(FileDeclaration file) {
      var id = new UploadId(ids.next());
      var key = ObjectKeys.original(account.id(), now, id.value());
      return new Upload(
          account.id(),
          id,
          UploadState.PENDING,
          file.name(),
          new UploadSlot(key, file.contentType(), file.sizeBytes(), file.sha256()),
          now,
          now.plus(config.urlLifetime()),
          account.day().resetsAt(),
          null,
          null);
    }
  }

  private MintResult accepted(Upload upload) {
    return new MintResult.Accepted(upload, presign(upload));
  }

  /** The URL ends when the row says, so that nothing can be put after the sweep. */
  private PresignedPut presign(Upload upload) {
    var left = Duration.between(clock.instant(), upload.expiresAt());
    return objects.presignPut(upload.slot(), left);
  }

  private Upload renew(Transaction transaction, Upload upload, Instant now) {
    var expiresAt = now.plus(config.urlLifetime());
    uploads.postpone(transaction, upload, expiresAt, expiresAt.plus(config.grace()));
    return upload.withExpiry(expiresAt);
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
   * A fresh URL, unless the bytes are there already.
   *
   * @throws UploadException.NotPending when it is settled
   */
  Renewed renew(UserId owner, UploadId id) {
    var upload =
        database.inTransaction(
            transaction -> {
              var account = accounts.lock(transaction, owner);
              var pending = lockPending(transaction, account.id(), id);
              return renew(transaction, pending, clock.instant());
            });
    var isThere = objects.find(upload.slot().key()).isPresent();
    return new Renewed(upload, isThere ? Optional.empty() : Optional.of(presign(upload)));
  }

  /** Gives it up; its bytes stay reserved until its last URL has ended. Twice is fine. */
  void abandon(UserId owner, UploadId id) {
    database.transact(
        transaction -> {
          var upload = lock(transaction, owner, id);
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

  private Upload lock(Transaction transaction, UserId owner, UploadId id) {
    return uploads.lock(transaction, owner, id).orElseThrow(() -> new UploadException.NotFound(id));
  }

  private Upload lockPending(Transaction transaction, UserId owner, UploadId id) {
    var upload = lock(transaction, owner, id);
    if (upload.state() != UploadState.PENDING) {
      throw new UploadException.NotPending(id);
    }
    return upload;
  }
}
