package io.albumen.photo.trash;

import io.albumen.common.UserId;
import io.albumen.common.cdn.CdnUrls;
import io.albumen.common.cdn.SignedPrefix;
import io.albumen.common.paging.Cursors;
import io.albumen.photo.account.Accounts;
import io.albumen.photo.database.Database;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.media.MediaException;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.MediaItem;
import io.albumen.photo.media.Outcome;
import io.albumen.photo.media.library.MediaReader;
import io.albumen.photo.storage.ObjectKeys;
import io.albumen.photo.trash.TrashRepository.Named;
import io.albumen.photo.trash.TrashRepository.Position;
import io.albumen.photo.trash.TrashRepository.Total;
import io.albumen.photo.trash.TrashRepository.Trashed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Throws items away and brings them back. Each call takes what it can: an id that is not there, or
 * another's, harms no other.
 */
@ApplicationScoped
class TrashService {
  private static final String QUERY = "trash";
  private static final int BATCH = 500;

  private final TrashRepository trash;
  private final Accounts accounts;
  private final Purge purge;
  private final MediaReader media;
  private final CdnUrls cdn;
  private final Database database;
  private final Cursors cursors;
  private final TrashConfig config;
  private final Clock clock;

  TrashService(
      TrashRepository trash,
      Accounts accounts,
      Purge purge,
      MediaReader media,
      CdnUrls cdn,
      Database database,
      Cursors cursors,
      TrashConfig config,
      Clock clock) {
    this.trash = trash;
    this.accounts = accounts;
    this.purge = purge;
    this.media = media;
    this.cdn = cdn;
    this.database = database;
    this.cursors = cursors;
    this.config = config;
    this.clock = clock;
  }

  /** An item in the trash. */
  record Listed(MediaItem item, Trashed trashed) {}

  /**
   * Part of the trash, latest thrown away first.
   *
   * @param renditions signature for everything below the library's key
   */
  record Slice(
      List<Listed> items, Total total, SignedPrefix renditions, @Nullable String nextCursor) {}

  private record Found(List<Trashed> page, Total total, @Nullable String nextCursor) {}

  /** What to do with the items of some ids. */
  private interface Change {
    void make(Transaction transaction, List<UUID> ids, Instant now);
  }

  /** Throwing away again changes nothing. */
  List<Outcome> throwAway(UserId owner, List<UUID> ids) {
    return each(
        owner,
        ids,
        (transaction, found, now) ->
            trash.trash(transaction, owner, found, now, now.plus(config.retention())));
  }

  /** What is not in the trash stays as it is. */
  List<Outcome> restore(UserId owner, List<UUID> ids) {
    return each(
        owner, ids, (transaction, found, now) -> trash.restore(transaction, owner, found, now));
  }

  /** Their time comes now, and they are gone soon after. */
  List<Outcome> purge(UserId owner, List<UUID> ids) {
    var outcomes =
        database.inTransaction(
            transaction -> {
              accounts.lock(transaction, owner);
              var now = clock.instant();
              var found = trash.find(transaction, owner, ids, now);
              var going =
                  found.values().stream().filter(Named::isTrashed).map(Named::main).toList();
              if (!going.isEmpty()) {
                trash.letGo(transaction, owner, going, now);
              }
              return ids.stream().map(id -> purged(id, found)).toList();
            });
    purge.nudge();
    return outcomes;
  }

  private static Outcome purged(UUID id, Map<UUID, Named> found) {
    var named = found.get(id);
    return named != null && !named.isTrashed()
        ? new Outcome(id, new TrashException.NotTrashed(new MediaId(id)))
        : outcome(id, found);
  }

  private static Outcome outcome(UUID id, Map<UUID, Named> found) {
    return found.containsKey(id)
        ? Outcome.done(id)
        : new Outcome(id, new MediaException.NotFound(new MediaId(id)));
  }

  /**
   * @return how many came back
   */
  long restoreAll(UserId owner) {
    return all(owner, (transaction, found, now) -> trash.restore(transaction, owner, found, now));
  }

  /**
   * @return how many go
   */
  long purgeAll(UserId owner) {
    var going =
        all(owner, (transaction, found, now) -> trash.letGo(transaction, owner, found, now));
    purge.nudge();
    return going;
  }

  Slice list(UserId owner, @Nullable String cursor, int limit) {
    var account = accounts.get(owner);
    var found = find(owner, cursor == null ? TrashRepository.START : decode(owner, cursor), limit);
    var items = itemsOf(owner, found.page());
    return new Slice(
        found.page().stream()
            .flatMap(
                trashed ->
                    Optional.ofNullable(items.get(trashed.id())).stream()
                        .map(item -> new Listed(item, trashed)))
            .toList(),
        found.total(),
        cdn.signPrefix(ObjectKeys.renditions(account.libraryKey())),
        found.nextCursor());
  }

  private Map<UUID, MediaItem> itemsOf(UserId owner, List<Trashed> page) {
    var ids = page.stream().map(Trashed::id).toList();
    return ids.isEmpty()
        ? Map.of()
        : media.findAll(owner, ids).stream()
            .collect(Collectors.toMap(item -> item.id().value(), item -> item));
  }

  private Found find(UserId owner, Position after, int limit) {
    return database.inTransaction(
        transaction -> {
          var now = clock.instant();
          var total = trash.total(transaction, owner, now);
          var found = trash.list(transaction, owner, after, now, limit + 1);
          if (found.size() <= limit) {
            return new Found(found, total, null);
          }
          var page = found.subList(0, limit);
          return new Found(page, total, encode(owner, page.getLast().position()));
        });
  }

  private List<Outcome> each(UserId owner, List<UUID> ids, Change change) {
    return database.inTransaction(
        transaction -> {
          accounts.lock(transaction, owner);
          var now = clock.instant();
          var found = trash.find(transaction, owner, ids, now);
          if (!found.isEmpty()) {
            change.make(transaction, found.values().stream().map(Named::main).toList(), now);
          }
          return ids.stream().map(id -> outcome(id, found)).toList();
        });
  }

  /** Batch by batch, so that no transaction holds the account for long. */
  private long all(UserId owner, Change change) {
    var asOf = clock.instant();
    var done = 0L;
    List<UUID> batch;
    do {
      batch = database.inTransaction(transaction -> some(transaction, owner, asOf, change));
      done += batch.size();
    } while (!batch.isEmpty());
    return done;
  }

  private List<UUID> some(Transaction transaction, UserId owner, Instant asOf, Change change) {
    accounts.lock(transaction, owner);
    var batch = trash.findSome(transaction, owner, asOf, BATCH);
    if (!batch.isEmpty()) {
      change.make(transaction, batch, asOf);
    }
    return batch;
  }

  private String encode(UserId owner, Position position) {
    return cursors.encode(owner, QUERY, position.trashedAt() + " " + position.id());
  }

  private Position decode(UserId owner, String cursor) {
    var position = cursors.decode(owner, QUERY, cursor).split(" ", 2);
    return new Position(Instant.parse(position[0]), UUID.fromString(position[1]));
  }
}
