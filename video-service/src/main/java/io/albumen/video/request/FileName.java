package io.albumen.video.request;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Names a downloaded film after its title, whatever the title tries. */
final class FileName {
  private static final int MAX_LENGTH = 80;
  private static final String FALLBACK = "film";

  private FileName() {}

  /** A {@code Content-Disposition} (RFC 6266) with a plain name and the true one. */
  static String attachment(String title) {
    var name = safe(title, "[^\\p{L}\\p{N} ._-]+");
    var plain =
        safe(
            Normalizer.normalize(title, Normalizer.Form.NFD).replaceAll("\\p{M}", ""),
            "[^A-Za-z0-9 ._-]+");
    return "attachment; filename=\"%s.mp4\"; filename*=UTF-8''%s.mp4"
        .formatted(plain, URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
  }

  private static String safe(String title, String unsafe) {
    var name = title.replaceAll(unsafe, " ").replaceAll(" +", " ").replaceAll("^[ .-]+|[ .]+$", "");
    var end =
        name.offsetByCodePoints(0, Math.min(MAX_LENGTH, name.codePointCount(0, name.length())));
    return end == 0 ? FALLBACK : name.substring(0, end);
  }
}
