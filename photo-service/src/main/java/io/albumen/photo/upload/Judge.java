package io.albumen.photo.upload;

import io.albumen.common.DomainException;
import io.albumen.photo.account.Account;
import io.albumen.photo.account.QuotaException;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.media.MediaException;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.MediaItem;
import io.albumen.photo.media.MediaState;
import io.albumen.photo.media.library.MediaLibrary;
import io.albumen.photo.upload.announcement.FileDeclaration;
import io.albumen.photo.upload.announcement.FileDeclaration.Announced;
import io.albumen.photo.upload.announcement.Upload;
import io.albumen.photo.upload.announcement.UploadConfig;
import io.albumen.photo.upload.announcement.UploadException;
import io.albumen.photo.upload.announcement.UploadRepository;

/**
 * Judges one request's files against one account, each seeing what those before it have reserved.
 */
final class Judge {
  private final Transaction transaction;
  private final MediaLibrary library;
  private final UploadRepository uploads;
  private final UploadConfig config;
  private final long dailyLimitBytes;
  private Account account;

  Judge(
      Transaction transaction,
      Account account,
      long dailyLimitBytes,
      MediaLibrary library,
      UploadRepository uploads,
      UploadConfig config) {
    this.transaction = transaction;
    this.account = account;
    this.dailyLimitBytes = dailyLimitBytes;
    this.library = library;
    this.uploads = uploads;
    this.config = config;
  }

  /** What is to be done with an announced file. */
  sealed interface Verdict {
    /** The library has it. */
    record Known(MediaItem item) implements Verdict {}

    /** It was announced before. */
    record Pending(Upload upload) implements Verdict {}

    /** It may come, and its bytes are set aside. */
    record Fresh(FileDeclaration file) implements Verdict {}

    /** It is not taken. */
    record Refused(DomainException reason) implements Verdict {}
  }

  /** The account with all that was set aside, not yet saved. */
  Account account() {
    return account;
  }

  Verdict judge(Announced announced) {
    try {
      return judge(FileDeclaration.of(announced, config));
    } catch (UploadException | QuotaException | MediaException refusal) {
      return new Verdict.Refused(refusal);
    }
  }

  private Verdict judge(FileDeclaration file) {
    var known = library.findHolder(transaction, account.id(), file.sha256());
    if (known.isPresent()) {
      return new Verdict.Known(known.get());
    }
    if (file.replaces() != null) {
      checkReplaced(file, file.replaces());
    }
    var pending = uploads.findPending(transaction, account.id(), file);
    if (pending.isPresent()) {
      return new Verdict.Pending(pending.get());
    }
    account = account.reserve(file.sizeBytes(), dailyLimitBytes);
    return new Verdict.Fresh(file);
  }

  private void checkReplaced(FileDeclaration file, MediaId replaced) {
    var item =
        library
            .find(transaction, account.id(), replaced)
            .filter(found -> found.state() != MediaState.REJECTED && found.trashedAt() == null)
            .orElseThrow(() -> new MediaException.NotFound(replaced));
    if (item.kind() != file.kind()) {
      throw new UploadException.OtherKind(file.name());
    }
  }
}
