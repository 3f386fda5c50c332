package io.albumen.local.cognito;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;

/** What a phone makes of the letters that AWS hands out. */
final class Authenticator {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BYTES = 32;

  private final SecretKeySpec key;
  private final Clock clock;

  Authenticator(String letters, Clock clock) {
    this.key = new SecretKeySpec(decode(letters), "HmacSHA1");
    this.clock = clock;
  }

  private static byte[] decode(String letters) {
    var digits =
        letters
            .chars()
            .mapToObj(letter -> Integer.toString(LETTERS.indexOf(letter), LETTERS.length()))
            .collect(Collectors.joining());
    var bits =
        new BigInteger(digits, LETTERS.length()).shiftRight(letters.length() * 5 - BYTES * 8);
    var bytes = new byte[BYTES + 1];
    var number = bits.toByteArray();
    System.arraycopy(number, 0, bytes, bytes.length - number.length, number.length);
    return Arrays.copyOfRange(bytes, 1, bytes.length);
  }

  String code() {
    return code(Duration.ZERO);
  }

  /** The code of another time than now. */
  String code(Duration later) {
    try {
      return new TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(key, clock.instant().plus(later));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A code that is right in none of the steps around now. */
  String wrongCode() {
    var near = Arrays.asList(code(Duration.ofSeconds(-30)), code(), code(Duration.ofSeconds(30)));
    return near.contains("000000") ? "000001" : "000000";
  }
}
