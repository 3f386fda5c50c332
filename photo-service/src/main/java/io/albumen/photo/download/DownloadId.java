package io.albumen.photo.download;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names one download. */
@Schema(type = SchemaType.STRING, format = "uuid")
record DownloadId(UUID value) {

  /** For path parameters; a malformed id is a 404, as for an absent download. */
  public static DownloadId fromString(String text) {
    return new DownloadId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
