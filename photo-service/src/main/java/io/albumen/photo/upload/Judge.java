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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Judges one request's files against one account, each seeing what those before it have reserved.
 */
final class Judge {
  private final Transaction transaction;
  private final MediaLibrary library;
  private final UploadConfig config;
  private final long dailyLimitBytes;
  private final Map<String, MediaId> held;
  private final List<Upload> pending;
  private Account account;

  /**
   * @param files all that will be judged: what is known of their hashes is asked for at once
   */
  Judge(
      Transaction transaction,
      Account account,
      long dailyLimitBytes,
      MediaLibrary library,
      UploadRepository uploads,
      UploadConfig config,
      List<Announced> files) {
    this.transaction = transaction;
    this.account = account;
    this.dailyLimitBytes = dailyLimitBytes;
    var hashes =
        files.stream().map(Announced::sha256).filter(FileDeclaration::isSha256).distinct().toList();
    this.held = library.findByHashes(transaction, account.id(), hashes);
    this.pending = new ArrayList<>(uploads.findPending(transaction, account.id(), hashes));
    this.library = library;
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
    var holder = Optional.ofNullable(held.get(file.sha256()));
    var known = holder.flatMap(id -> library.find(transaction, account.id(), id));
    if (known.isPresent()) {
      return new Verdict.Known(known.get());
    }
    if (file.replaces() != null) {
      checkReplaced(file, file.replaces());
    }
    var announced = pending.stream().filter(upload -> isOf(upload, file)).findFirst();
    if (announced.isPresent()) {
      return new Verdict.Pending(announced.get());
    }
    account = account.reserve(file.sizeBytes(), dailyLimitBytes);
    return new Verdict.Fresh(file);
  }

  /** What was judged to be fresh is announced now, so that the next one like it is not. */
  void add(Upload upload) {
    pending.add(upload);
  }

  /** Exactly this content, for the same use. */
  private static boolean isOf(Upload upload, FileDeclaration file) {
    var slot = upload.slot();
    return slot.sha256().equals(file.sha256())
        && slot.sizeBytes() == file.sizeBytes()
        && slot.contentType().equals(file.contentType())
        && Objects.equals(upload.manner().replaces(), file.replaces());
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
