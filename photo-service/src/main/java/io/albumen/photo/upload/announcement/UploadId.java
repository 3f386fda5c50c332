package io.albumen.photo.upload.announcement;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names one announced file. */
@Schema(type = SchemaType.STRING, format = "uuid")
public record UploadId(UUID value) {

  /** For path parameters; a malformed id is a 404, as for an absent upload. */
  public static UploadId fromString(String text) {
    return new UploadId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
