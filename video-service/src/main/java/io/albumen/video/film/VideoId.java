package io.albumen.video.film;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(implementation = UUID.class)
public record VideoId(UUID value) {

  /** Called by JAX-RS for path parameters; a malformed id is a 404, as for an absent film. */
  public static VideoId fromString(String text) {
    return new VideoId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
