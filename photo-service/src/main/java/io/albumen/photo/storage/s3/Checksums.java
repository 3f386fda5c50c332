package io.albumen.photo.storage.s3;

import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Between our lowercase hex and the base64 that S3 speaks. */
final class Checksums {
  private Checksums() {}

  static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }

  /** A checksum of checksums, as multipart uploads have, tells nothing of the whole. */
  static @Nullable String hexOrNull(@Nullable String base64) {
    if (base64 == null || base64.contains("-")) {
      return null;
    }
    return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
  }
}
