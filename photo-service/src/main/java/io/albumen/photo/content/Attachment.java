package io.albumen.photo.content;

import io.albumen.photo.media.FileName;
import java.nio.charset.StandardCharsets;

/** Values of {@code Content-Disposition} (RFC 6266), under which nothing opens inside a page. */
public final class Attachment {
  /** RFC 5987 attr-char, besides letters and digits. */
  private static final String PLAIN = "!#$&+-.^_`|~";

  private Attachment() {}

  static String unnamed() {
    return "attachment";
  }

  /** Names the file twice: plainly for old clients, and exactly. */
  public static String named(FileName name) {
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
        .formatted(ascii(name.value()), encoded(name.value()));
  }

  private static String ascii(String name) {
    return name.replaceAll("[^\\x20-\\x7E]|[\"\\\\%]", "_");
  }

  private static String encoded(String name) {
    var encoded = new StringBuilder();
    for (var octet : name.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain(octet)) {
        encoded.append((char) octet);
      } else {
        encoded.append("%%%02X".formatted(octet & 0xff));
      }
    }
    return encoded.toString();
  }

  private static boolean isPlain(byte octet) {
    return octet > 0
        && (octet >= 'a' && octet <= 'z'
            || octet >= 'A' && octet <= 'Z'
            || octet >= '0' && octet <= '9'
            || PLAIN.indexOf(octet) >= 0);
  }
}
