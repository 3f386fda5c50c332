package io.albumen.photo.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.photo.download.ArchivePlan.Entry;
import io.albumen.photo.download.ArchivePlan.Source;
import io.albumen.photo.media.FileName;
import io.albumen.photo.storage.ObjectVersion;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArchivePlanTest {
  private static final long GIB = 1L << 30;

  @Test
  void beginsAnotherArchiveBeforeOneBecomesTooLarge() {
    assertThat(parts(4 * GIB, GIB, GIB, GIB, GIB, GIB)).containsExactly(1, 1, 1, 2, 2);
  }

  @Test
  void givesWhatIsLargerThanAnArchiveOneOfItsOwn() {
    assertThat(parts(4 * GIB, 5 * GIB, 1, 5 * GIB, 1)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void putsWhatFitsIntoOne() {
    assertThat(parts(4 * GIB, 1, 2, 3)).containsExactly(1, 1, 1);
  }

  private static List<Integer> parts(long maxPartBytes, long... sizes) {
    var sources =
        Arrays.stream(sizes)
            .mapToObj(
                size ->
                    new Source(
                        UUID.randomUUID(),
                        FileName.of("a.jpg"),
                        new ObjectVersion("key", "1"),
                        size,
                        "",
                        Instant.EPOCH))
            .toList();
    return ArchivePlan.of(sources, maxPartBytes).stream().map(Entry::part).toList();
  }
}
