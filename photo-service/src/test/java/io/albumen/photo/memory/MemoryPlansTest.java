package io.albumen.photo.memory;

import io.albumen.photo.database.Plans;
import io.albumen.photo.testing.SeededLibrary;
import io.albumen.photo.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Stack
class MemoryPlansTest {
  @Inject DataSource source;
  @Inject MemoryRepository memories;

  @Test
  void aDayIsReadFromItsIndex() {
    var owner = SeededLibrary.in(source);
    var day = LocalDate.of(2024, 7, 1);

    Plans.check("memories", source, transaction -> memories.findAll(transaction, owner, day));
  }
}
