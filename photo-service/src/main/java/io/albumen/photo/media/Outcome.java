package io.albumen.photo.media;

import io.albumen.common.DomainException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of one item of many.
 *
 * @param refusal why it is as it was; without one, what was asked for is so, now or before
 */
public record Outcome(UUID id, @Nullable DomainException refusal) {

  public static Outcome done(UUID id) {
    return new Outcome(id, null);
  }
}
