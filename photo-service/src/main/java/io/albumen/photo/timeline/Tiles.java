package io.albumen.photo.timeline;

import io.albumen.common.UserId;
import io.albumen.common.cdn.CdnUrls;
import io.albumen.common.cdn.SignedPrefix;
import io.albumen.common.paging.Cursors;
import io.albumen.photo.account.Accounts;
import io.albumen.photo.database.Database;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.storage.ObjectKeys;
import io.albumen.photo.timeline.FoundRepository.Span;
import io.albumen.photo.timeline.FoundRepository.Stretch;
import io.albumen.photo.timeline.TimelineBuckets.BucketCount;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of tiles that meet criteria, latest first. */
@ApplicationScoped
public class Tiles {
  private final FoundRepository found;
  private final Accounts accounts;
  private final Database database;
  private final CdnUrls cdn;
  private final Cursors cursors;

  Tiles(FoundRepository found, Accounts accounts, Database database, CdnUrls cdn, Cursors cursors) {
    this.found = found;
    this.accounts = accounts;
    this.database = database;
    this.cdn = cdn;
    this.cursors = cursors;
  }

  /**
   * @param from first local day; without it, since ever
   * @param to last local day; without it, for ever
   * @param box where it was taken; without it, anywhere
   */
  public record Query(
      Criteria criteria, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Box box) {
    @Nullable Area area() {
      return box == null ? null : Area.of(box);
    }

    Span span() {
      return new Span(
          from == null ? Span.ALL.from() : from.atStartOfDay(),
          to == null ? Span.ALL.before() : end(to));
    }

    private static LocalDateTime end(LocalDate day) {
      return day.plusDays(1).atStartOfDay();
    }
  }

  /**
   * Part of a listing, latest first.
   *
   * @param renditions signature for everything below the library's key
   */
  public record Slice(List<Tile> tiles, SignedPrefix renditions, @Nullable String nextCursor) {}

  /**
   * @param listing names it, so that no other's cursor is taken for its own
   */
  public Slice page(UserId owner, String listing, Query query, @Nullable String cursor, int limit) {
    var name = listing + " " + query;
    var after = cursor == null ? Position.START : Position.of(cursors.decode(owner, name, cursor));
    var tiles =
        database.read(
            transaction -> {
              var terms = found.terms(transaction, owner, query.criteria());
              var stretch = new Stretch(query.span(), query.area(), after, limit + 1);
              return found.findTiles(transaction, owner, terms, stretch);
            });
    var renditions = renditions(owner);
    if (tiles.size() <= limit) {
      return new Slice(tiles, renditions, null);
    }
    var slice = tiles.subList(0, limit);
    var next = cursors.encode(owner, name, slice.getLast().position().encoded());
    return new Slice(slice, renditions, next);
  }

  /** The months that hold what meets criteria, latest first; counted now. */
  List<BucketCount> count(UserId owner, Criteria criteria) {
    return database.read(
        transaction -> found.count(transaction, owner, found.terms(transaction, owner, criteria)));
  }

  /** What the library knows of what is looked for. */
  public Terms terms(Transaction transaction, UserId owner, Criteria criteria) {
    return found.terms(transaction, owner, criteria);
  }

  /** One signature for all renditions of a library. */
  public SignedPrefix renditions(UserId owner) {
    return cdn.signPrefix(ObjectKeys.renditions(accounts.libraryKey(owner)));
  }
}
