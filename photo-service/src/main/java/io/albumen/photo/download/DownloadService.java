package io.albumen.photo.download;

import io.albumen.common.Ids;
import io.albumen.common.UserId;
import io.albumen.photo.account.Accounts;
import io.albumen.photo.content.Attachment;
import io.albumen.photo.database.Database;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.disposal.Disposal;
import io.albumen.photo.download.ArchivePlan.Entry;
import io.albumen.photo.download.ArchivePlan.Source;
import io.albumen.photo.media.FileName;
import io.albumen.photo.storage.ObjectKeys;
import io.albumen.photo.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Downloads as their owner sees them: asked for, looked at, called off. */
@ApplicationScoped
public class DownloadService {
  private static final Logger LOG = Logger.getLogger(DownloadService.class);
  private static final int LISTED = 100;

  /** For how long a worker that lost a download may still put something. */
  private static final Duration STRAGGLERS = Duration.ofHours(1);

  private final DownloadRepository downloads;
  private final Accounts accounts;
  private final Disposal disposal;
  private final ObjectStore objects;
  private final Database database;
  private final DownloadConfig config;
  private final Ids ids;
  private final Clock clock;

  DownloadService(
      DownloadRepository downloads,
      Accounts accounts,
      Disposal disposal,
      ObjectStore objects,
      Database database,
      DownloadConfig config,
      Ids ids,
      Clock clock) {
    this.downloads = downloads;
    this.accounts = accounts;
    this.disposal = disposal;
    this.objects = objects;
    this.database = database;
    this.config = config;
    this.ids = ids;
    this.clock = clock;
  }

  /** What a download would be. */
  record Size(int itemCount, long totalBytes, int partCount, List<UUID> missing) {}

  /** An archive; its URL is there only while it can be fetched. */
  record Offer(int number, String name, long sizeBytes, @Nullable String url) {}

  /** A download with its archives. */
  record Shown(Download download, List<Offer> parts) {}

  /** Whether a worker may be at any of the owner's. */
  public boolean isBuilding(Transaction transaction, UserId owner) {
    return downloads.isBuilding(transaction, owner);
  }

  Size check(UserId owner, List<UUID> mediaIds) {
    var sources =
        database.inTransaction(
            transaction -> downloads.findSources(transaction, owner, mediaIds, clock.instant()));
    var found = sources.stream().map(Source::mediaId).collect(Collectors.toSet());
    return new Size(
        sources.size(),
        bytes(sources),
        sources.isEmpty() ? 0 : plan(sources).getLast().part(),
        mediaIds.stream().filter(id -> !found.contains(id)).toList());
  }

  /**
   * What is in it is settled now; what is purged before it is packed is named in it as missing.
   *
   * @throws DownloadException when none of the media is there, or there are too many already
   */
  Shown create(UserId owner, List<UUID> mediaIds, @Nullable String name) {
    var download =
        database.inTransaction(transaction -> create(transaction, owner, mediaIds, name));
    LOG.infof(
        "download queued owner=%s download=%s items=%d",
        owner, download.id(), download.itemCount());
    return new Shown(download, List.of());
  }

  private Download create(
      Transaction transaction, UserId owner, List<UUID> mediaIds, @Nullable String name) {
    accounts.lock(transaction, owner);
    var load = downloads.load(transaction, owner);
    if (load.active() >= config.maxActive()) {
      throw new DownloadException.TooMany("be made", config.maxActive());
    }
    if (load.kept() >= config.maxKept()) {
      throw new DownloadException.TooMany("be kept", config.maxKept());
    }
    var now = clock.instant();
    var sources = downloads.findSources(transaction, owner, mediaIds, now);
    if (sources.isEmpty()) {
      throw new DownloadException.NothingThere();
    }
    var entries = plan(sources);
    var download = announce(owner, name, sources, entries.getLast().part());
    downloads.insert(transaction, download, now);
    for (var i = 0; i < entries.size(); i++) {
      downloads.insertEntry(transaction, download, i, entries.get(i));
    }
    return download;
  }

  private Download announce(
      UserId owner, @Nullable String name, List<Source> sources, int partCount) {
    var now = clock.instant();
    return new Download(
        owner,
        new DownloadId(ids.next()),
        name == null || name.isBlank()
            ? "Albumen " + LocalDate.ofInstant(now, ZoneOffset.UTC)
            : EntryNames.safe(name),
        Download.State.QUEUED,
        sources.size(),
        bytes(sources),
        0,
        partCount,
        now,
        null,
        0,
        null);
  }

  private List<Entry> plan(List<Source> sources) {
    return ArchivePlan.of(sources, config.partSize().asLongValue());
  }

  private static long bytes(List<Source> sources) {
    return sources.stream().mapToLong(Source::sizeBytes).sum();
  }

  /** Latest first. */
  List<Shown> list(UserId owner) {
    return database.inTransaction(
        transaction -> {
          var found = downloads.findAll(transaction, owner, LISTED);
          return show(transaction, owner, found);
        });
  }

  Shown get(UserId owner, DownloadId id) {
    return database.inTransaction(
        transaction -> {
          var found =
              downloads
                  .find(transaction, owner, id)
                  .orElseThrow(() -> new DownloadException.NotFound(id));
          return show(transaction, owner, List.of(found)).getFirst();
        });
  }

  private List<Shown> show(Transaction transaction, UserId owner, List<Download> found) {
    Map<DownloadId, List<Download.Part>> parts =
        found.isEmpty()
            ? Map.of()
            : downloads.findParts(
                transaction, owner, found.stream().map(download -> download.id().value()).toList());
    return found.stream()
        .map(
            download ->
                new Shown(
                    download,
                    parts.getOrDefault(download.id(), List.of()).stream()
                        .map(part -> offer(download, part))
                        .toList()))
        .toList();
  }

  private Offer offer(Download download, Download.Part part) {
    var name = download.partName(part.number());
    return new Offer(part.number(), name, part.sizeBytes(), url(download, part, name));
  }

  private @Nullable String url(Download download, Download.Part part, String name) {
    var expiresAt = download.expiresAt();
    if (download.state() != Download.State.READY || expiresAt == null) {
      return null;
    }
    var left = Duration.between(clock.instant(), expiresAt);
    if (!left.isPositive()) {
      return null;
    }
    var lifetime = left.compareTo(config.urlLifetime()) < 0 ? left : config.urlLifetime();
    return objects.presignGet(
        new io.albumen.photo.storage.Download(
            part.object(), "application/zip", Attachment.named(FileName.of(name))),
        lifetime);
  }

  /** Calls it off while it is made; else takes it off the list. Its archives go either way. */
  void remove(UserId owner, DownloadId id) {
    database.transact(
        transaction -> {
          var download =
              downloads
                  .lock(transaction, owner, id)
                  .orElseThrow(() -> new DownloadException.NotFound(id));
          dispose(transaction, download);
          if (download.state().isActive()) {
            var forgetAt = clock.instant().plus(config.remember());
            downloads.end(transaction, download, Download.State.CANCELLED, null, forgetAt);
          } else {
            downloads.delete(transaction, download);
          }
        });
    LOG.infof("download removed owner=%s download=%s", owner, id);
  }

  /** A worker may still be at it, so its archives are deleted once more later. */
  void dispose(Transaction transaction, Download download) {
    disposal.addTwice(
        transaction, download.owner(), folder(download), clock.instant().plus(STRAGGLERS));
  }

  /** Ends with a slash; the archives of one download lie below it. */
  static String folder(Download download) {
    return ObjectKeys.downloads(download.owner()) + download.id() + "/";
  }
}
