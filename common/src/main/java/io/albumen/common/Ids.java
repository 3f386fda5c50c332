package io.albumen.common;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/** Makes identifiers; injected, so that tests can tell what will be made. */
@Singleton
public class Ids {
  private static final int SECRET_BYTES = 16;
  private final SecureRandom random = new SecureRandom();

  /** A UUIDv7 (RFC 9562 §5.7): unique, and sorting by the time it was made. */
  public UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }

  /** 128 random bits in hex, for what must not be guessed: rendition keys, share keys. */
  public String secret() {
    var bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
