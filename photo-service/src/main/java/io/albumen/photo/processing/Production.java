package io.albumen.photo.processing;

import io.albumen.media.MediaFailure;
import io.albumen.photo.media.library.MediaLibrary;
import io.albumen.photo.media.library.MediaLibrary.Unprocessed;
import io.albumen.photo.processing.engine.Processed;
import io.albumen.photo.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/**
 * Fetches an original, has its renditions made and puts them into the bucket. More originals are on
 * their way at once than engines run, so that no engine waits for the network.
 */
@ApplicationScoped
class Production {
  private final MediaLibrary library;
  private final ObjectStore objects;
  private final HashCheck hashes;
  private final RenditionMaker maker;
  private final Results results;
  private final ProcessingConfig config;
  private final Semaphore engines;

  Production(
      MediaLibrary library,
      ObjectStore objects,
      HashCheck hashes,
      RenditionMaker maker,
      Results results,
      ProcessingConfig config) {
    this.library = library;
    this.objects = objects;
    this.hashes = hashes;
    this.maker = maker;
    this.results = results;
    this.config = config;
    this.engines = new Semaphore(config.engines(), true);
  }

  /**
   * Everything but the commit. Nothing is put any more once the item is gone.
   *
   * @throws MediaFailure as the engine, and when the bytes are not what was announced
   * @throws HashCheck.DamagedOnTheWay before anything is made
   */
  MediaLibrary.Result produce(Unprocessed item) {
    try (var directory = WorkDirectory.create(config.directory())) {
      var original = directory.file("original");
      objects.download(item.object(), original);
      hashes.verify(item, original);
      var processed = make(item, original, directory.newDirectory("renditions"));
      upload(item, processed);
      return results.of(processed);
    }
  }

  private Processed make(Unprocessed item, Path original, Path directory) {
    engines.acquireUninterruptibly();
    try {
      return maker.make(
          original, item.original().contentType(), item.original().name().value(), directory);
    } finally {
      engines.release();
    }
  }

  private void upload(Unprocessed item, Processed processed) {
    for (var made : processed.renditions()) {
      if (library.isGone(item.owner(), item.id())) {
        return; // nobody will see it
      }
      objects.putImmutable(item.renditionPrefix() + made.name(), made.file(), made.contentType());
    }
  }

  /** Its owner may have gone meanwhile, and the erasure have been here before the last put. */
  void discardIfGone(Unprocessed item) {
    if (library.isGone(item.owner(), item.id())) {
      objects.deleteAll(item.renditionPrefix());
    }
  }
}
