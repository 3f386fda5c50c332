package io.albumen.photo.processing;

import io.albumen.media.MediaFailure;
import io.albumen.photo.processing.engine.MediaEngine;
import io.albumen.photo.processing.engine.Processed;
import java.nio.file.Path;

/** What the worker needs of the {@link MediaEngine}. */
@FunctionalInterface
public interface RenditionMaker {
  Processed make(Path original, String contentType, String fileName, Path workDir)
      throws MediaFailure;
}
