package io.albumen.photo.timeline;

import io.albumen.photo.database.Plans;
import io.albumen.photo.testing.SeededLibrary;
import io.albumen.photo.testing.Stack;
import io.albumen.photo.timeline.FoundRepository.Span;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Stack
class TimelinePlansTest {
  @Inject DataSource source;
  @Inject FoundRepository found;
  @Inject TimelineBuckets buckets;

  @Test
  void countsOfMonthsAreRead() {
    var owner = SeededLibrary.in(source);

    Plans.check("buckets", source, transaction -> buckets.findAll(transaction, owner));
  }

  @Test
  void aPageOfAMonthIsReadFromItsIndex() {
    var owner = SeededLibrary.in(source);
    var month = new Span(LocalDateTime.of(2020, 1, 1, 0, 0), LocalDateTime.of(2020, 2, 1, 0, 0));
    var all = new Terms("TIMELINE", List.of());

    Plans.check(
        "page",
        source,
        transaction -> found.findTiles(transaction, owner, all, month, Position.START, 801));
  }

  @Test
  void aSearchWalksListsOfTerms() {
    var owner = SeededLibrary.in(source);
    var criteria = Criteria.of(false, true, null, "family").andWords("canon ber");

    Plans.check(
        "search",
        source,
        transaction -> {
          var terms = found.terms(transaction, owner, criteria);
          found.findTiles(transaction, owner, terms, Span.ALL, Position.START, 51);
        });
  }

  @Test
  void aFilterCountsWhatItFinds() {
    var owner = SeededLibrary.in(source);
    var favorites = new Terms("TIMELINE", List.of(List.of("f:")));

    Plans.check("filter", source, transaction -> found.count(transaction, owner, favorites));
  }
}
