package io.albumen.photo.download;

import io.albumen.common.Sha256;
import io.albumen.photo.download.ArchivePlan.Entry;
import io.albumen.photo.storage.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes an archive as a stream. Originals are stored as they are, as they don't deflate; since
 * their checksum stands before them, each is read twice, and found to be whole before it goes in.
 */
@ApplicationScoped
class ArchiveWriter {
  private static final int CHUNK = 64 << 10;

  private final ObjectReader objects;

  ArchiveWriter(ObjectReader objects) {
    this.objects = objects;
  }

  /** Told of bytes read; throws when the archive is no longer wanted. */
  interface Progress {
    /** Bytes that were only checked. */
    void checked();

    void packed(long bytes);
  }

  private enum Loss {
    GONE("is no longer there"),
    DAMAGED("is damaged and was left out");

    private final String words;

    Loss(String words) {
      this.words = words;
    }
  }

  /** What isn't there any more, or isn't what it was, is named in {@code missing.txt} instead. */
  void write(List<Entry> entries, OutputStream stream, Progress progress) {
    try (var zip = new ZipOutputStream(stream)) {
      var missing = new ArrayList<String>();
      for (var entry : entries) {
        var loss = write(entry, zip, progress);
        if (loss.isPresent()) {
          missing.add(entry.name() + " " + loss.get().words);
          progress.packed(entry.sizeBytes());
        }
      }
      if (!missing.isEmpty()) {
        zip.putNextEntry(new ZipEntry(EntryNames.MISSING));
        zip.write((String.join("\r\n", missing) + "\r\n").getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Loss> write(Entry entry, ZipOutputStream zip, Progress progress)
      throws IOException {
    var crc = new CRC32();
    var digest = Sha256.digest();
    var length = read(entry, digest, crc, progress);
    if (length < 0) {
      return Optional.of(Loss.GONE);
    }
    if (length != entry.sizeBytes()
        || !HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
      return Optional.of(Loss.DAMAGED);
    }
    store(entry, crc.getValue(), zip, progress);
    return Optional.empty();
  }

  /**
   * @return how many bytes it has; -1 when it is no more
   */
  private long read(Entry entry, MessageDigest digest, CRC32 crc, Progress progress)
      throws IOException {
    var opened = objects.open(entry.object());
    if (opened.isEmpty()) {
      return -1;
    }
    var length = 0L;
    try (var content = opened.get()) {
      var chunk = new byte[CHUNK];
      for (var read = content.read(chunk); read >= 0; read = content.read(chunk)) {
        digest.update(chunk, 0, read);
        crc.update(chunk, 0, read);
        length += read;
        progress.checked();
      }
    }
    return length;
  }

  /** Gone since it was checked, the archive is begun anew: its header is written already. */
  private void store(Entry entry, long crc, ZipOutputStream zip, Progress progress)
      throws IOException {
    zip.putNextEntry(header(entry, crc));
    try (InputStream content =
        objects.open(entry.object()).orElseThrow(() -> new IOException("gone while packed"))) {
      var chunk = new byte[CHUNK];
      for (var read = content.read(chunk); read >= 0; read = content.read(chunk)) {
        zip.write(chunk, 0, read);
        progress.packed(read);
      }
    }
    zip.closeEntry();
  }

  private static ZipEntry header(Entry entry, long crc) {
    var header = new ZipEntry(entry.name());
    header.setMethod(ZipEntry.STORED);
    header.setSize(entry.sizeBytes());
    header.setCompressedSize(entry.sizeBytes());
    header.setCrc(crc);
    header.setLastModifiedTime(FileTime.from(entry.modifiedAt()));
    return header;
  }
}
