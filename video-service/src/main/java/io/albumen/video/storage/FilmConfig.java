package io.albumen.video.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "video.film")
public interface FilmConfig {
  /** DynamoDB table of films; created with the infrastructure, never by the service. */
  @WithDefault("videos")
  String table();

  /** Bucket that holds films and posters, below {@code videos/}. */
  @WithDefault("albumen-media")
  String bucket();

  /** Queue that carries {@code RenderVideo}. */
  @WithDefault("video-render")
  String queue();
}
