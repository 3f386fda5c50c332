package io.albumen.photo.upload.announcement;

import io.albumen.media.MediaFormat;
import io.albumen.photo.media.FileName;
import io.albumen.photo.media.MediaId;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file as its owner announced it, found acceptable.
 *
 * @param contentType announced; its bytes are not known yet
 * @param sha256 lowercase hex
 * @param replaces the item that it is to become a version of
 */
public record FileDeclaration(
    FileName name,
    MediaFormat.Kind kind,
    String contentType,
    long sizeBytes,
    String sha256,
    @Nullable MediaId replaces) {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final int MAX_NAME = 1024;

  /**
   * @throws UploadException naming the file and what is wrong with it
   */
  public static FileDeclaration of(Announced file, UploadConfig limits) {
    var name = FileName.of(file.name());
    if (file.name().isBlank() || file.name().length() > MAX_NAME) {
      throw new UploadException.BadName(name);
    }
    var type = file.contentType().strip().toLowerCase(Locale.ROOT);
    var kind =
        AcceptedTypes.kindOf(type).orElseThrow(() -> new UploadException.TypeNotTaken(name, type));
    if (!isSha256(file.sha256())) {
      throw new UploadException.BadHash(name);
    }
    checkSize(name, file.sizeBytes(), limits);
    return new FileDeclaration(name, kind, type, file.sizeBytes(), file.sha256(), file.replaces());
  }

  public static boolean isSha256(String text) {
    return SHA256.matcher(text).matches();
  }

  private static void checkSize(FileName name, long sizeBytes, UploadConfig limits) {
    if (sizeBytes < 1) {
      throw new UploadException.Empty(name);
    }
    if (sizeBytes > limits.maxSize().asLongValue()) {
      throw new UploadException.TooLarge(name, limits.maxSize().asLongValue());
    }
  }

  /** A file as announced, not yet looked at. */
  public record Announced(
      String name, String contentType, long sizeBytes, String sha256, @Nullable MediaId replaces) {}
}
