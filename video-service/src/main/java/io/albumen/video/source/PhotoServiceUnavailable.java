package io.albumen.video.source;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import java.time.Duration;
import java.util.List;

public final class PhotoServiceUnavailable extends DomainException {
  private static final Duration SOON = Duration.ofSeconds(5);

  public PhotoServiceUnavailable() {
    super(
        ErrorKind.UNAVAILABLE,
        "photos-unavailable",
        "The photos can't be reached right now. Try again in a moment.",
        List.of(),
        SOON);
  }
}
