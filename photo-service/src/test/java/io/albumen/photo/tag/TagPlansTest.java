package io.albumen.photo.tag;

import io.albumen.photo.database.Plans;
import io.albumen.photo.testing.SeededLibrary;
import io.albumen.photo.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Stack
class TagPlansTest {
  @Inject DataSource source;
  @Inject TagRepository tags;

  @Test
  void tagsAreReadNotCounted() {
    var owner = SeededLibrary.in(source);

    Plans.check("tags", source, transaction -> tags.findAll(transaction, owner));
  }
}
