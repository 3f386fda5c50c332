package io.albumen.photo.upload;

import io.albumen.media.MediaFormat;
import io.albumen.photo.media.FileName;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A file as its owner announced it, found acceptable.
 *
 * @param contentType announced; its bytes are not known yet
 * @param sha256 lowercase hex
 */
record FileDeclaration(
    FileName name, MediaFormat.Kind kind, String contentType, long sizeBytes, String sha256) {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final int MAX_NAME = 1024;

  /**
   * @throws UploadException naming the file and what is wrong with it
   */
  static FileDeclaration of(
      String announcedName,
      String contentType,
      long sizeBytes,
      String sha256,
      UploadConfig limits) {
    var name = FileName.of(announcedName);
    if (announcedName.isBlank() || announcedName.length() > MAX_NAME) {
      throw new UploadException.BadName(name);
    }
    var type = contentType.strip().toLowerCase(Locale.ROOT);
    var kind =
        AcceptedTypes.kindOf(type).orElseThrow(() -> new UploadException.TypeNotTaken(name, type));
    if (!SHA256.matcher(sha256).matches()) {
      throw new UploadException.BadHash(name);
    }
    checkSize(name, sizeBytes, limits);
    return new FileDeclaration(name, kind, type, sizeBytes, sha256);
  }

  private static void checkSize(FileName name, long sizeBytes, UploadConfig limits) {
    if (sizeBytes < 1) {
      throw new UploadException.Empty(name);
    }
    if (sizeBytes > limits.maxSize().asLongValue()) {
      throw new UploadException.TooLarge(name, limits.maxSize().asLongValue());
    }
    if (sizeBytes > limits.maxSinglePut().asLongValue()) {
      throw new UploadException.MultipartNotAvailable(name, limits.maxSinglePut().asLongValue());
    }
  }
}
