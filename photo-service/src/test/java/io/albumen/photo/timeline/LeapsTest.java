package io.albumen.photo.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.common.UserId;
import io.albumen.photo.database.Database;
import io.albumen.photo.testing.SeededLibrary;
import io.albumen.photo.testing.Stack;
import io.albumen.photo.timeline.FoundRepository.Span;
import io.albumen.photo.timeline.FoundRepository.Stretch;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has three terms or more. */
@QuarkusTest
@Stack
class LeapsTest {
  private static final List<String> APPLE_FAVORITES = List.of("f:", "w:apple", "k:PHOTO");
  private static final int PAGE = 7;
  private UserId owner;
  @Inject DataSource source;
  @Inject Database database;
  @Inject FoundRepository found;

  @BeforeEach
  void fillLibrary() {
    owner = SeededLibrary.in(source);
  }

  @Test
  void whatHasAllTermsIsFoundPageByPage() {
    for (var terms :
        List.of(
            APPLE_FAVORITES,
            List.of("t:family", "p:berlin", "w:apple", "w:img"),
            List.of("w:nowhere", "w:apple", "k:PHOTO"))) {
      assertThat(pages(terms, Span.ALL)).isEqualTo(expected(terms, Span.ALL));
    }
  }

  @Test
  void nothingOutsideTheDatesIsFound() {
    var span =
        new Span(LocalDate.of(2013, 7, 1).atStartOfDay(), LocalDate.of(2016, 2, 1).atStartOfDay());

    assertThat(pages(APPLE_FAVORITES, span))
        .isEqualTo(expected(APPLE_FAVORITES, span))
        .hasSizeGreaterThan(PAGE)
        .hasSizeLessThan(pages(APPLE_FAVORITES, Span.ALL).size());
  }

  private List<UUID> pages(List<String> looked, Span span) {
    var terms = new Terms("TIMELINE", looked.stream().map(List::of).toList(), 1);
    var all = new ArrayList<UUID>();
    for (var after = Position.START; ; ) {
      var stretch = new Stretch(span, null, after, PAGE);
      var page = database.read(reading -> found.findTiles(reading, owner, terms, stretch));
      if (page.isEmpty()) {
        return all;
      }
      page.forEach(tile -> all.add(tile.id()));
      after = page.getLast().position();
    }
  }

  private List<UUID> expected(List<String> terms, Span span) {
    return database.read(
        reading ->
            reading.query(
                """
                select media_id from media_terms
                where owner_id = ? and shelf = 'TIMELINE' and term = any(?)
                  and local_time >= ? and local_time < ?
                group by local_time, media_id having count(*) = ?
                order by local_time desc, media_id desc
                """,
                row -> row.uuid("media_id"),
                owner.value(),
                terms,
                span.from(),
                span.before(),
                terms.size()));
  }
}
