package io.albumen.photo.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where media lie. */
@ConfigMapping(prefix = "photo.storage")
public interface StorageConfig {
  /** Bucket of originals and renditions; versioned, private, made by deploy/ecs. */
  @WithDefault("albumen-media")
  String bucket();
}
