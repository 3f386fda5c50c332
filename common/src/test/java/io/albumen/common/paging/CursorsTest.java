package io.albumen.common.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.common.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorsTest {
  private static final UserId ADA = new UserId(new UUID(0, 1));
  private static final UserId BOB = new UserId(new UUID(0, 2));
  private final Cursors cursors = new Cursors(() -> "sixteen characters and more");

  @Test
  void givesBackThePositionToItsOwnListing() {
    var cursor = cursors.encode(ADA, "videos", "2026-01-01/7");

    assertThat(cursors.decode(ADA, "videos", cursor)).isEqualTo("2026-01-01/7");
  }

  @Test
  void attack18CursorOfAnotherPersonOrListingIsRefused() {
    var cursor = cursors.encode(ADA, "videos", "7");

    assertRefused(BOB, "videos", cursor);
    assertRefused(ADA, "notifications", cursor);
  }

  @Test
  void attack18AlteredCursorIsRefused() {
    var cursor = cursors.encode(ADA, "videos", "7");

    for (int i = 0; i < cursor.length(); i++) {
      var other = cursor.charAt(i) == 'A' ? 'Q' : 'A';
      assertRefused(ADA, "videos", cursor.substring(0, i) + other + cursor.substring(i + 1));
    }
    assertRefused(ADA, "videos", "");
    assertRefused(ADA, "videos", "%00");
    assertRefused(ADA, "videos", "A".repeat(5000));
  }

  private void assertRefused(UserId caller, String query, String cursor) {
    assertThatThrownBy(() -> cursors.decode(caller, query, cursor))
        .isInstanceOf(Cursors.BadCursor.class);
  }
}
