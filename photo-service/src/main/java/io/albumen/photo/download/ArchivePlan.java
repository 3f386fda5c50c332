package io.albumen.photo.download;

import io.albumen.photo.media.FileName;
import io.albumen.photo.storage.ObjectVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Which original goes into which archive, and under which name; the same for the same originals.
 */
final class ArchivePlan {
  /** Headers of an entry at both its places besides its name twice, at their largest. */
  private static final int ENTRY_OVERHEAD = 192;

  /** What ends an archive, at its largest. */
  private static final int ARCHIVE_OVERHEAD = 4096;

  private ArchivePlan() {}

  /**
   * An original that is asked for.
   *
   * @param sha256 of its bytes, lowercase hex
   * @param modifiedAt what the file is dated
   */
  record Source(
      UUID mediaId,
      FileName name,
      ObjectVersion object,
      long sizeBytes,
      String sha256,
      Instant modifiedAt) {}

  /**
   * An original in an archive.
   *
   * @param part number of the archive, from 1
   */
  record Entry(
      int part,
      String name,
      ObjectVersion object,
      long sizeBytes,
      String sha256,
      Instant modifiedAt) {}

  /** In the order given; an archive ends before the original that would make it too large. */
  static List<Entry> of(List<Source> sources, long maxPartBytes) {
    var names = new EntryNames();
    var entries = new ArrayList<Entry>(sources.size());
    var part = 1;
    var filled = (long) ARCHIVE_OVERHEAD;
    for (var source : sources) {
      var name = names.next(source.name());
      var size = source.sizeBytes() + overhead(name);
      if (filled > ARCHIVE_OVERHEAD && filled + size > maxPartBytes) {
        part++;
        filled = ARCHIVE_OVERHEAD;
      }
      filled += size;
      entries.add(
          new Entry(
              part,
              name,
              source.object(),
              source.sizeBytes(),
              source.sha256(),
              source.modifiedAt()));
    }
    return List.copyOf(entries);
  }

  private static int overhead(String name) {
    return ENTRY_OVERHEAD + 2 * name.getBytes(StandardCharsets.UTF_8).length;
  }
}
