package io.albumen.photo.storage;

import io.albumen.common.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** How the bucket is laid out. No key holds a name that a user chose. */
public final class ObjectKeys {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);

  private static final String ORIGINALS = "originals/";

  private ObjectKeys() {}

  /** Where the original of an upload announced at that time lies. */
  public static String original(UserId owner, Instant announcedAt, UUID upload) {
    return originals(owner) + DAY.format(announcedAt) + "/" + upload;
  }

  /** Ends with a slash; all originals of an owner lie below it. */
  public static String originals(UserId owner) {
    return ORIGINALS + "%s/".formatted(owner);
  }

  public static boolean isOriginal(String key) {
    return key.startsWith(ORIGINALS);
  }

  /** Ends with a slash; all an owner has had packed to be downloaded lies below it. */
  public static String downloads(UserId owner) {
    return "downloads/%s/".formatted(owner);
  }

  /** Ends with a slash; all renditions of a library lie below it. */
  public static String renditions(String libraryKey) {
    return "renditions/%s/".formatted(libraryKey);
  }

  /** Ends with a slash; the renditions of one item lie below it. */
  public static String renditions(String libraryKey, String renditionKey) {
    return renditions(libraryKey) + renditionKey + "/";
  }
}
