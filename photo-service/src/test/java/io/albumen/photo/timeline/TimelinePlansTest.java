package io.albumen.photo.timeline;

import io.albumen.photo.database.Plans;
import io.albumen.photo.testing.SeededLibrary;
import io.albumen.photo.testing.Stack;
import io.albumen.photo.timeline.FoundRepository.Span;
import io.albumen.photo.timeline.FoundRepository.Stretch;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Stack
class TimelinePlansTest {
  private static final Criteria EVERYTHING = Criteria.of(false, false, null, null);
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
    var all = Terms.everything("TIMELINE");

    Plans.check(
        "page",
        source,
        transaction ->
            found.findTiles(
                transaction, owner, all, new Stretch(month, null, Position.START, 801)));
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
          found.findTiles(
              transaction, owner, terms, new Stretch(Span.ALL, null, Position.START, 51));
        });
  }

  @Test
  void aSearchInABoxWalksItsSquares() {
    var owner = SeededLibrary.in(source);
    var berlin = Area.of(new Box(13.3, 52.4, 13.5, 52.6));

    Plans.check(
        "box",
        source,
        transaction -> {
          for (var criteria : List.of(EVERYTHING, EVERYTHING.andWords("berlin"))) {
            var terms = found.terms(transaction, owner, criteria);
            found.findTiles(
                transaction, owner, terms, new Stretch(Span.ALL, berlin, Position.START, 51));
          }
        });
  }

  @Test
  void aSearchInMostOfTheWorldWalksTheTimeline() {
    var owner = SeededLibrary.in(source);
    var world = Area.of(new Box(-180, -90, 180, 90));

    Plans.check(
        "world",
        source,
        transaction -> {
          var terms = found.terms(transaction, owner, EVERYTHING.andWords("berlin fam"));
          found.findTiles(
              transaction, owner, terms, new Stretch(Span.ALL, world, Position.START, 51));
        });
  }

  @Test
  void aFilterCountsWhatItFinds() {
    var owner = SeededLibrary.in(source);
    var favorites = new Terms("TIMELINE", List.of(List.of("f:")), 200);

    Plans.check("filter", source, transaction -> found.count(transaction, owner, favorites));
  }
}
