package io.albumen.photo.search;

import io.albumen.common.UserId;
import io.albumen.photo.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads which terms find anything on the timeline; a trigger keeps them and their counts. */
@ApplicationScoped
class SuggestionRepository {
  private static final int MAX = 10;

  List<Suggestion> findAll(Transaction transaction, UserId owner, String typed) {
    return transaction.query(
        """
        select type, label, count from (
          select distinct on (substr(term, 3)) kinds.type, kinds.rank, kept.label, kept.count
          from (select folded(?) as begin) typed,
            (values ('t:', 'TAG', 1), ('p:', 'PLACE', 1), ('c:', 'CAMERA', 1), ('w:', 'WORD', 2))
              kinds (prefix, type, rank),
            lateral (
              select term, label, count from library_terms
              where owner_id = ? and shelf = 'TIMELINE' and term >= kinds.prefix || begin
                and term < kinds.prefix || begin || chr(1114111)
                and (kinds.rank = 1 or begin <> '')
              order by count desc limit %1$d
            ) kept
          order by substr(term, 3), kinds.rank, kept.count desc
        ) suggested
        order by rank, count desc, label limit %1$d
        """
            .formatted(MAX),
        row ->
            new Suggestion(
                row.constant("type", Suggestion.Type.class),
                row.text("label"),
                row.number("count")),
        typed,
        owner.value());
  }
}
