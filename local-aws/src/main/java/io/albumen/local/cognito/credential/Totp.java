package io.albumen.local.cognito.credential;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.albumen.local.sigv4.Hashes;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** RFC 6238 as authenticator apps have it: SHA-1, six digits, steps of 30 seconds. */
public final class Totp {
  private static final TimeBasedOneTimePasswordGenerator CODES =
      new TimeBasedOneTimePasswordGenerator();
  private static final long STEP_SECONDS = CODES.getTimeStep().toSeconds();
  private static final int SECRET_BYTES = 32;
  private static final int LETTER_BITS = 5;
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Totp() {}

  /** A new secret, in the base64 it is kept in. */
  static String newSecret() {
    var bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** A secret as it is typed into an authenticator app. */
  static String base32(String secret) {
    var bytes = Base64.getDecoder().decode(secret);
    int letters = (bytes.length * Byte.SIZE + LETTER_BITS - 1) / LETTER_BITS;
    var number =
        new BigInteger(1, bytes).shiftLeft(letters * LETTER_BITS - bytes.length * Byte.SIZE);
    var text = new StringBuilder(letters);
    for (int shift = (letters - 1) * LETTER_BITS; shift >= 0; shift -= LETTER_BITS) {
      text.append(LETTERS.charAt(number.shiftRight(shift).intValue() & (LETTERS.length() - 1)));
    }
    return text.toString();
  }

  /** The step whose code this is: the present one, or a neighbour, as no two clocks agree. */
  static OptionalLong step(String secret, String code, Instant now) {
    var step = now.getEpochSecond() / STEP_SECONDS;
    return LongStream.rangeClosed(step - 1, step + 1)
        .filter(candidate -> Hashes.same(code(secret, candidate), code))
        .findFirst();
  }

  /** The code of a step. */
  static String code(String secret, long step) {
    var key = new SecretKeySpec(Base64.getDecoder().decode(secret), CODES.getAlgorithm());
    try {
      return CODES.generateOneTimePasswordString(key, Instant.ofEpochSecond(step * STEP_SECONDS));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }
}
