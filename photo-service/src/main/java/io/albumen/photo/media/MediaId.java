package io.albumen.photo.media;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names one item of a library. */
@Schema(type = SchemaType.STRING, format = "uuid")
public record MediaId(UUID value) {

  /** For path parameters; a malformed id is a 404, as for an absent item. */
  public static MediaId fromString(String text) {
    return new MediaId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
