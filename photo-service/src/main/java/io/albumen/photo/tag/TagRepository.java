package io.albumen.photo.tag;

import io.albumen.common.UserId;
import io.albumen.photo.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads which tags a library has; a trigger keeps them with every change of its items. */
@ApplicationScoped
class TagRepository {

  /** A tag as it was first written. */
  record TagCount(String name, long count) {}

  /** Those of items that are shown anywhere, by name. */
  List<TagCount> findAll(Transaction transaction, UserId owner) {
    return transaction.query(
        """
        select max(label) as label, sum(count)::bigint as count from library_terms
        where owner_id = ? and shelf in ('TIMELINE', 'ARCHIVE') and term >= 't:' and term < 't;'
        group by term order by term
        """,
        row -> new TagCount(row.text("label"), row.number("count")),
        owner.value());
  }
}
