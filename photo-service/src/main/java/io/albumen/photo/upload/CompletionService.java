package io.albumen.photo.upload;

import io.albumen.common.UserId;
import io.albumen.media.MediaFormat;
import io.albumen.media.MediaSniffer;
import io.albumen.photo.account.Accounts;
import io.albumen.photo.database.Database;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.media.Fault;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.MediaState;
import io.albumen.photo.media.Original;
import io.albumen.photo.media.library.MediaLibrary;
import io.albumen.photo.media.library.MediaLibrary.Proof;
import io.albumen.photo.media.library.MediaVersions;
import io.albumen.photo.outbox.OutboxRelay;
import io.albumen.photo.storage.ObjectStore;
import io.albumen.photo.storage.ObjectVersion;
import io.albumen.photo.storage.StoredObject;
import io.albumen.photo.upload.announcement.AcceptedTypes;
import io.albumen.photo.upload.announcement.Upload;
import io.albumen.photo.upload.announcement.UploadConfig;
import io.albumen.photo.upload.announcement.UploadException;
import io.albumen.photo.upload.announcement.UploadId;
import io.albumen.photo.upload.announcement.UploadRepository;
import io.albumen.photo.upload.announcement.UploadState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Turns an upload whose bytes are there into an item, once: whoever comes second, or again, gets
 * the first one's answer.
 */
@ApplicationScoped
class CompletionService {
  private static final Logger LOG = Logger.getLogger(CompletionService.class);

  private final UploadRepository uploads;
  private final Accounts accounts;
  private final MediaLibrary library;
  private final MediaVersions versions;
  private final ObjectStore objects;
  private final PartsService parts;
  private final OutboxRelay relay;
  private final Database database;
  private final UploadConfig config;
  private final Clock clock;

  CompletionService(
      UploadRepository uploads,
      Accounts accounts,
      MediaLibrary library,
      MediaVersions versions,
      ObjectStore objects,
      PartsService parts,
      OutboxRelay relay,
      Database database,
      UploadConfig config,
      Clock clock) {
    this.uploads = uploads;
    this.accounts = accounts;
    this.library = library;
    this.versions = versions;
    this.objects = objects;
    this.parts = parts;
    this.relay = relay;
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  /** The item that the upload became, or found there. */
  record Completed(MediaId media, MediaState state) {}

  /** A pending upload whose bytes are there. */
  record Ready(Upload upload, Checked checked) {}

  /** What the bucket holds, found to be what was announced. */
  record Checked(ObjectVersion object, MediaFormat format) {}

  /** Those of the owner's that there are. */
  Map<UploadId, Upload> find(UserId owner, List<UploadId> ids) {
    return database.read(reading -> uploads.findAll(reading, owner, ids)).stream()
        .collect(Collectors.toMap(Upload::id, Function.identity()));
  }

  /**
   * What the bucket holds of an upload that is pending.
   *
   * @throws UploadException.BytesMissing when its bytes are not there yet
   * @throws UploadException.Refused when they are not what was announced
   */
  Ready prepare(Upload upload) {
    return new Ready(upload, check(upload));
  }

  /**
   * The answer of one that is settled already.
   *
   * @throws UploadException when it came to nothing
   */
  Completed answer(Upload upload) {
    return database.inTransaction(transaction -> answer(transaction, upload));
  }

  /** Whether it is as most are, so that many are settled at once. */
  boolean isPlain(Ready ready) {
    return ready.upload().manner().replaces() == null && !parts.isInParts(ready.upload());
  }

  /**
   * @throws UploadException.NotFound when it was swept meanwhile
   */
  Completed complete(Ready ready) {
    var upload = ready.upload();
    var completed =
        database.inTransaction(transaction -> settle(transaction, upload, ready.checked()));
    relay.nudge();
    LOG.infof(
        "upload completed owner=%s upload=%s media=%s",
        upload.owner(), upload.id(), completed.media());
    return completed;
  }

  /**
   * Makes items of many that are plain, in one transaction.
   *
   * @return none for those that were settled before, or are of bytes that another item has
   */
  Map<UploadId, Completed> completeTogether(UserId owner, List<Ready> ready) {
    var completed =
        database.inTransaction(transaction -> settleTogether(transaction, owner, ready));
    relay.nudge();
    LOG.infof("uploads completed owner=%s count=%d", owner, completed.size());
    return completed;
  }

  /** Nothing is asked between one and the next, so that their rows are written in one go. */
  private Map<UploadId, Completed> settleTogether(
      Transaction transaction, UserId owner, List<Ready> ready) {
    var account = accounts.lock(transaction, owner);
    var ids = ready.stream().map(one -> one.upload().id()).distinct().toList();
    var pending =
        uploads.lockPending(transaction, owner, ids).stream()
            .collect(Collectors.toMap(Upload::id, Function.identity()));
    var hashes = pending.values().stream().map(upload -> upload.slot().sha256()).toList();
    var taken = new HashSet<>(library.findByHashes(transaction, owner, hashes).keySet());
    var completed = new HashMap<UploadId, Completed>();
    for (var one : ready) {
      var upload = pending.get(one.upload().id());
      if (upload != null && taken.add(upload.slot().sha256())) {
        var media = library.add(transaction, newMedia(upload, one.checked()), Proof.BY_STORE);
        uploads.settle(transaction, upload, UploadState.COMPLETED, media, null, keptUntil(upload));
        account = account.store(upload.reservation());
        completed.put(upload.id(), new Completed(media, MediaState.PROCESSING));
      }
    }
    accounts.save(transaction, account);
    return Map.copyOf(completed);
  }

  /** The object can't change any more: it is written only where nothing is. */
  private Checked check(Upload upload) {
    if (parts.isInParts(upload)) {
      parts.assemble(upload);
    }
    var object =
        objects
            .find(upload.slot().key())
            .orElseThrow(() -> new UploadException.BytesMissing(upload.name()));
    if (!isAsAnnounced(object, upload)) {
      throw refuse(
          upload,
          new Fault(
              "upload-mismatch",
              "%s: length, type or checksum are not as announced".formatted(upload.name())));
    }
    return new Checked(object.version(), sniff(upload, object.version()));
  }

  /** Of what came in parts, the worker finds out whether it has the SHA-256 that was announced. */
  private boolean isAsAnnounced(StoredObject object, Upload upload) {
    var slot = upload.slot();
    return object.sizeBytes() == slot.sizeBytes()
        && object.contentType().equalsIgnoreCase(slot.contentType())
        && (parts.isInParts(upload) || slot.sha256().equals(object.sha256()));
  }

  /** Another format of the same kind is fine: names and announced types are often wrong. */
  private MediaFormat sniff(Upload upload, ObjectVersion object) {
    var announced = AcceptedTypes.kindOf(upload.slot().contentType());
    return MediaSniffer.sniff(objects.readLeading(object, MediaSniffer.LEADING_BYTES))
        .filter(format -> announced.filter(kind -> kind == format.kind()).isPresent())
        .orElseThrow(() -> refuse(upload, mismatch(upload)));
  }

  private static Fault mismatch(Upload upload) {
    return new Fault(
        "content-type-mismatch",
        "%s was announced as %s, but its content is something else"
            .formatted(upload.name(), upload.slot().contentType()));
  }

  private UploadException refuse(Upload upload, Fault fault) {
    database.transact(
        transaction ->
            uploads.settle(transaction, upload, UploadState.FAILED, null, fault, sweptAt(upload)));
    LOG.infof(
        "upload refused owner=%s upload=%s code=%s", upload.owner(), upload.id(), fault.code());
    return new UploadException.Refused(fault);
  }

  /** Under the account's lock, so that of two with the same bytes one becomes the item. */
  private Completed settle(Transaction transaction, Upload seen, Checked checked) {
    var account = accounts.lock(transaction, seen.owner());
    var upload =
        uploads
            .lock(transaction, seen.owner(), seen.id())
            .orElseThrow(() -> new UploadException.NotFound(seen.id()));
    if (upload.state() != UploadState.PENDING) {
      return answer(transaction, upload);
    }
    var known = library.findByHash(transaction, upload.owner(), upload.slot().sha256());
    if (known.isPresent()) {
      return settleDuplicate(transaction, upload, known.get());
    }
    var media = add(transaction, upload, newMedia(upload, checked));
    accounts.save(transaction, account.store(upload.reservation()));
    uploads.settle(transaction, upload, UploadState.COMPLETED, media, null, keptUntil(upload));
    return completed(transaction, upload, media);
  }

  /** As an item of its own, or as what replaces another's original. */
  private MediaId add(Transaction transaction, Upload upload, MediaLibrary.NewMedia added) {
    var replaced = upload.manner().replaces();
    if (replaced == null) {
      return library.add(transaction, added, proof(upload));
    }
    versions.add(transaction, replaced, added, proof(upload));
    return replaced;
  }

  /** The bytes that came are one copy too many; the sweeper removes them. */
  private Completed settleDuplicate(Transaction transaction, Upload upload, MediaId known) {
    uploads.settle(transaction, upload, UploadState.DUPLICATE, known, null, sweptAt(upload));
    return completed(transaction, upload, known);
  }

  private static MediaLibrary.NewMedia newMedia(Upload upload, Checked checked) {
    var slot = upload.slot();
    return new MediaLibrary.NewMedia(
        upload.owner(),
        upload.id().value(),
        checked.format().kind(),
        new Original(
            upload.name(), checked.format().contentType(), slot.sizeBytes(), slot.sha256()),
        checked.object());
  }

  private Proof proof(Upload upload) {
    return parts.isInParts(upload) ? Proof.BY_WORKER : Proof.BY_STORE;
  }

  private Completed answer(Transaction transaction, Upload upload) {
    var media = upload.media();
    if (media != null) {
      return completed(transaction, upload, media);
    }
    if (upload.fault() != null) {
      throw new UploadException.Refused(upload.fault());
    }
    throw new UploadException.NotFound(upload.id());
  }

  private Completed completed(Transaction transaction, Upload upload, MediaId media) {
    return library
        .findState(transaction, upload.owner(), media)
        .map(state -> new Completed(media, state))
        .orElseThrow(() -> new UploadException.NotFound(upload.id()));
  }

  /** Never less than its URL lives, by which the same bytes may be put where they were deleted. */
  private Instant keptUntil(Upload upload) {
    var wished = clock.instant().plus(config.keepCompleted());
    return wished.isAfter(sweptAt(upload)) ? wished : sweptAt(upload);
  }

  private Instant sweptAt(Upload upload) {
    return upload.expiresAt().plus(config.grace());
  }
}
