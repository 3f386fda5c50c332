package io.albumen.photo.processing;

import io.albumen.photo.processing.engine.MediaEngine;
import io.albumen.photo.processing.engine.Processed;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/** Renditions by the media engine. */
@ApplicationScoped
class EngineRenditions implements RenditionMaker {
  private final MediaEngine engine;

  EngineRenditions(MediaEngine engine) {
    this.engine = engine;
  }

  @Override
  public Processed make(Path original, String contentType, String fileName, Path workDir) {
    return engine.process(original, contentType, fileName, workDir);
  }
}
