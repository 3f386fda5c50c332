package io.albumen.photo.timeline;

import io.albumen.common.UserId;
import io.albumen.photo.database.Row;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.timeline.TimelineBuckets.BucketCount;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds items by terms. Each term has a list of its items in the order of the timeline: one is
 * walked, and what is on it looked up in the others, so that a page costs as much in a large
 * library as in a small one. Every statement names the owner.
 */
@ApplicationScoped
class FoundRepository {
  /** Of the words that begin like the last one typed, those that find most. */
  private static final int MAX_COMPLETIONS = 100;

  /** So many are quickly put in order. */
  private static final long MAX_WALKED = 10_000;

  /** A condition on {@code media_terms t}. */
  private static final String LIES_IN =
      """
      and (select true from media o where o.owner_id = t.owner_id and o.shelf = t.shelf
        and o.local_time = t.local_time and o.id = t.media_id and %s limit 1)
      """;

  /** With fewer lists it is quicker to look up each item of the shortest. */
  private static final int LISTS_LEAPT = 3;

  /**
   * Each leap goes to what the next list has where the one before landed, or after that; where all
   * have agreed it is a hit, and the next one goes beyond.
   */
  private static final String LEAPS =
      """
      with recursive leaps (local_time, media_id, agreed, hits, list) as (
        select ?::timestamp, ?::uuid, %1$d, 0, 1
        union all
        select found.local_time, found.media_id, found.agreed,
          leaps.hits + (found.agreed = %1$d)::integer, leaps.list %% %1$d + 1
        from leaps cross join lateral (
          (select local_time, media_id, 1 as agreed from media_terms
            where leaps.agreed = %1$d and owner_id = ? and shelf = ?
              and term = (?::text[])[leaps.list] and local_time >= ?
              and (local_time, media_id) < (leaps.local_time, leaps.media_id)
            order by local_time desc, media_id desc limit 1)
          union all
          (select local_time, media_id,
              case when media_id = leaps.media_id then leaps.agreed + 1 else 1 end
            from media_terms
            where leaps.agreed < %1$d and owner_id = ? and shelf = ?
              and term = (?::text[])[leaps.list] and local_time >= ?
              and (local_time, media_id) <= (leaps.local_time, leaps.media_id)
            order by local_time desc, media_id desc limit 1)
        ) found
        where leaps.hits < %2$d
      )
      select %3$s
      from (select local_time, media_id from leaps where agreed = %1$d and hits > 0) f
      cross join lateral (
        select * from media where owner_id = ? and shelf = ? and local_time = f.local_time
          and id = f.media_id limit 1
      ) m
      order by f.local_time desc, f.media_id desc
      """;

  private record Kept(String asked, String term, long count) {}

  /**
   * A stretch of time, by local clocks.
   *
   * @param from the earliest there is
   * @param before after the latest there is
   */
  record Span(LocalDateTime from, LocalDateTime before) {
    static final Span ALL =
        new Span(LocalDateTime.of(-4000, 1, 1, 0, 0), LocalDateTime.of(10_000, 1, 1, 0, 0));
  }

  /**
   * A part of a listing.
   *
   * @param area where what is listed lies; without it, anywhere
   */
  record Stretch(Span span, @Nullable Area area, Position after, int limit) {
    /** What is listed comes after it. */
    Position start() {
      var end = new Position(span.before(), new UUID(0, 0));
      return after.localTime().isBefore(span.before()) ? after : end;
    }

    /** As parameters go. */
    List<Object> bounds() {
      return List.of(span.from(), span.before(), after.localTime(), after.id());
    }
  }

  /** What the library knows of what is looked for. */
  Terms terms(Transaction transaction, UserId owner, Criteria criteria) {
    if (criteria.isEverything()) {
      return Terms.everything(criteria.shelf());
    }
    var groups = new LinkedHashMap<String, List<Kept>>();
    transaction
        .query(
            """
            with words as (
              select regexp_split_to_array(folded(?), '[^[:alnum:]]+') as typed
            ), asked as (
              select 'w:' || left(word, 64) as term, 'EXACT' as form
                from words, unnest(typed[:cardinality(typed) - 1]) word where word <> ''
              union select 'w:' || left(typed[cardinality(typed)], 64), 'BEGINNING' from words
                where typed[cardinality(typed)] <> ''
              union select left(text, 2) || folded(substr(text, 3)), 'EXACT'
                from unnest(?::text[]) text
              union select term, 'EXACT' from unnest(?::text[]) term
            )
            select asked.form || asked.term as asked, coalesce(kept.term, '') as term,
              coalesce(kept.count, 0) as count
            from asked left join lateral (
              select term, count from library_terms
              where asked.form = 'EXACT' and owner_id = ? and shelf = ? and term = asked.term
              union all (
                select term, count from library_terms
                where asked.form = 'BEGINNING' and owner_id = ? and shelf = ?
                  and term >= asked.term and term < asked.term || chr(1114111)
                order by count desc limit %d)
            ) kept on true
            """
                .formatted(MAX_COMPLETIONS),
            row -> new Kept(row.text("asked"), row.text("term"), row.number("count")),
            criteria.words(),
            criteria.texts(),
            criteria.exact(),
            owner.value(),
            criteria.shelf(),
            owner.value(),
            criteria.shelf())
        .forEach(
            kept ->
                groups.merge(
                    kept.asked(),
                    kept.count() == 0 ? List.of() : List.of(kept),
                    (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
    if (groups.isEmpty()) { // as in words there was no letter
      return Terms.everything(criteria.shelf());
    }
    var sorted =
        groups.values().stream().sorted(Comparator.comparingLong(FoundRepository::total)).toList();
    return new Terms(
        criteria.shelf(),
        sorted.stream().map(group -> group.stream().map(Kept::term).toList()).toList(),
        total(sorted.getFirst()));
  }

  private static long total(List<Kept> group) {
    return group.stream().mapToLong(Kept::count).sum();
  }

  /** Latest first. */
  List<Tile> findTiles(Transaction transaction, UserId owner, Terms terms, Stretch stretch) {
    if (terms.isImpossible()) {
      return List.of();
    }
    var area = stretch.area();
    if (area != null && isBestWalked(area, transaction, owner, terms)) {
      return walkArea(transaction, owner, terms, stretch, area);
    }
    if (terms.groups().isEmpty()) {
      return walkShelf(transaction, owner, terms.shelf(), stretch);
    }
    return area == null && terms.areOneEach() && terms.groups().size() >= LISTS_LEAPT
        ? leap(transaction, owner, terms, stretch)
        : walkTerms(transaction, owner, terms, stretch);
  }

  /**
   * What is said of items that were taken together is mostly the same, so that by leaps from list
   * to list most of each is passed over.
   */
  private static List<Tile> leap(
      Transaction transaction, UserId owner, Terms terms, Stretch stretch) {
    var lists = terms.groups().stream().map(List::getFirst).toList();
    var sql = LEAPS.formatted(lists.size(), stretch.limit(), TileRows.COLUMNS);
    var start = stretch.start();
    var from = stretch.span().from();
    return transaction.query(
        sql,
        TileRows::read,
        start.localTime(),
        start.id(),
        owner.value(),
        terms.shelf(),
        lists,
        from,
        owner.value(),
        terms.shelf(),
        lists,
        from,
        owner.value(),
        terms.shelf());
  }

  /** Whether it holds less than would else be walked past. */
  private static boolean isBestWalked(
      Area area, Transaction transaction, UserId owner, Terms terms) {
    var coarse = area.coarse();
    var sql =
        """
        select (
          select coalesce(sum(count), 0)::bigint from map_cells
          where owner_id = ? and shelf = ? and level = ? and y between ? and ?
            and (x >= ? %s x <= ?)
        ) as within, (
          select coalesce(sum(count), 0)::bigint from map_cells
          where owner_id = ? and shelf = ? and level = %d
        ) as anywhere
        """
            .formatted(area.link(), Area.COARSEST);
    return transaction
        .query(
            sql,
            row -> {
              var within = row.number("within");
              return terms.groups().isEmpty()
                  ? within <= MAX_WALKED || within < row.number("anywhere") / 4
                  : within < terms.count();
            },
            owner.value(),
            terms.shelf(),
            coarse.level(),
            coarse.north(),
            coarse.south(),
            coarse.west(),
            coarse.east(),
            owner.value(),
            terms.shelf())
        .getFirst();
  }

  private static List<Tile> walkArea(
      Transaction transaction, UserId owner, Terms terms, Stretch stretch, Area area) {
    var sql =
        """
        select %1$s
        from (
          select t.local_time, t.media_id
          from unnest(?::bigint[], ?::bigint[]) cells (first, last) cross join lateral (
            select owner_id, shelf, local_time, id as media_id, map_cell from media
            where owner_id = ? and shelf = ? and map_cell between cells.first and cells.last
            offset 0
          ) t
          where %2$s and t.local_time >= ? and t.local_time < ?
            and (t.local_time, t.media_id) < (?, ?)
            %3$s
          order by t.local_time desc, t.media_id desc limit %4$d
        ) f cross join lateral (
          select * from media where owner_id = ? and shelf = ? and local_time = f.local_time
            and id = f.media_id limit 1
        ) m
        order by f.local_time desc, f.media_id desc
        """
            .formatted(
                TileRows.COLUMNS,
                area.condition("t.map_cell"),
                Terms.condition(terms.groups()),
                stretch.limit());
    var ranges = area.ranges();
    var parameters = new ArrayList<Object>();
    parameters.add(ranges.stream().map(Area.Range::first).toList());
    parameters.add(ranges.stream().map(Area.Range::last).toList());
    parameters.addAll(List.of(owner.value(), terms.shelf()));
    parameters.addAll(area.edges());
    parameters.addAll(stretch.bounds());
    parameters.addAll(terms.groups());
    parameters.addAll(List.of(owner.value(), terms.shelf()));
    return transaction.query(sql, TileRows::read, parameters.toArray());
  }

  private static List<Tile> walkTerms(
      Transaction transaction, UserId owner, Terms terms, Stretch stretch) {
    var area = stretch.area();
    // The limit is written out: planned without it, all of the library might be read.
    var sql =
        """
        select %1$s
        from (
          select distinct found.local_time, found.media_id
          from unnest(?::text[]) first cross join lateral (
            select t.local_time, t.media_id from media_terms t
            where t.owner_id = ? and t.shelf = ? and t.term = first and t.local_time >= ?
              and t.local_time < ? and (t.local_time, t.media_id) < (?, ?)
              %2$s
              %3$s
            order by t.local_time desc, t.media_id desc limit %4$d
          ) found
          order by found.local_time desc, found.media_id desc limit %4$d
        ) f cross join lateral (
          select * from media where owner_id = ? and shelf = ? and local_time = f.local_time
            and id = f.media_id limit 1
        ) m
        order by f.local_time desc, f.media_id desc
        """
            .formatted(
                TileRows.COLUMNS,
                terms.condition(),
                area == null ? "" : LIES_IN.formatted(area.condition("o.map_cell")),
                stretch.limit());
    var parameters = new ArrayList<Object>(List.of(terms.first(), owner.value(), terms.shelf()));
    parameters.addAll(stretch.bounds());
    parameters.addAll(terms.others());
    parameters.addAll(area == null ? List.of() : area.edges());
    parameters.addAll(List.of(owner.value(), terms.shelf()));
    return transaction.query(sql, TileRows::read, parameters.toArray());
  }

  private static List<Tile> walkShelf(
      Transaction transaction, UserId owner, String shelf, Stretch stretch) {
    var area = stretch.area();
    var sql =
        """
        select %s from media m
        where m.owner_id = ? and m.shelf = ? and m.local_time >= ? and m.local_time < ?
          and (m.local_time, m.id) < (?, ?) %s
        order by m.local_time desc, m.id desc limit %d
        """
            .formatted(
                TileRows.COLUMNS,
                area == null ? "" : "and " + area.condition("m.map_cell"),
                stretch.limit());
    var parameters = new ArrayList<Object>(List.of(owner.value(), shelf));
    parameters.addAll(stretch.bounds());
    parameters.addAll(area == null ? List.of() : area.edges());
    return transaction.query(sql, TileRows::read, parameters.toArray());
  }

  /** The months that hold any, latest first. */
  List<BucketCount> count(Transaction transaction, UserId owner, Terms terms) {
    if (terms.isImpossible()) {
      return List.of();
    }
    if (terms.groups().isEmpty()) {
      return transaction.query(
          """
          select to_char(local_time, 'yyyy-mm') as bucket, count(*) as count from media
          where owner_id = ? and shelf = ? group by 1 order by 1 desc
          """,
          FoundRepository::bucket,
          owner.value(),
          terms.shelf());
    }
    return transaction.query(
        """
        select to_char(t.local_time, 'yyyy-mm') as bucket, count(distinct t.media_id) as count
        from media_terms t where t.owner_id = ? and t.shelf = ? and t.term = any(?)
        %s
        group by 1 order by 1 desc
        """
            .formatted(terms.condition()),
        FoundRepository::bucket,
        terms.parameters(owner.value(), terms.shelf(), terms.first()));
  }

  private static BucketCount bucket(Row row) {
    return new BucketCount(row.text("bucket"), row.number("count"));
  }
}
