package io.albumen.photo.reconciliation;

import io.albumen.common.Sha256;
import io.albumen.photo.storage.ObjectReader;
import io.albumen.photo.storage.ObjectVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Reads objects again to see whether they are what they were, slowly enough to be in no way. */
@ApplicationScoped
class Hashes {
  private static final int CHUNK = 64 << 10;

  private final ObjectReader objects;
  private final long bytesPerSecond;

  Hashes(ObjectReader objects, ReconciliationConfig config) {
    this.objects = objects;
    this.bytesPerSecond = config.hashRate().asLongValue();
  }

  /**
   * Lowercase hex; none when the object is no more.
   *
   * @param progress told of every bit; what it throws ends the reading
   */
  Optional<String> sha256(ObjectVersion object, Runnable progress) {
    return objects
        .open(object)
        .map(
            opened -> {
              try (var content = opened) {
                var digest = Sha256.digest();
                var chunk = new byte[CHUNK];
                for (var read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                  progress.run();
                  digest.update(chunk, 0, read);
                  LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(read) / bytesPerSecond);
                }
                return HexFormat.of().formatHex(digest.digest());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }
}
