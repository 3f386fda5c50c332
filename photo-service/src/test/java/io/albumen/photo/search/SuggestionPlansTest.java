package io.albumen.photo.search;

import io.albumen.photo.database.Plans;
import io.albumen.photo.testing.SeededLibrary;
import io.albumen.photo.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Stack
class SuggestionPlansTest {
  @Inject DataSource source;
  @Inject SuggestionRepository suggestions;

  @Test
  void suggestionsAreReadFromWhereTheirTermsBegin() {
    var owner = SeededLibrary.in(source);

    Plans.check(
        "suggestions", source, transaction -> suggestions.findAll(transaction, owner, "ber"));
  }
}
