package io.albumen.local.cognito.pool;

import io.albumen.local.protocol.AwsFailure;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Cognito's default policy, and PBKDF2 for what is kept. */
public final class Passwords {
  private static final int MIN_LENGTH = 8;
  private static final int MAX_LENGTH = 256;
  private static final String SYMBOLS = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+- ";
  private static final Pattern SHAPE = Pattern.compile("[\\S]+.*[\\S]+");
  private static final int ITERATIONS = 120_000;
  private static final int KEY_BITS = 256;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Passwords() {}

  /** Refuses what the policy forbids, naming the first rule that is broken. */
  public static void check(String password) {
    if (password.length() > MAX_LENGTH || !SHAPE.matcher(password).matches()) {
      throw Faults.invalidParameter(
          "1 validation error detected: Value at 'password' failed to satisfy constraint: Member"
              + " must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$");
    }
    require(password.length() >= MIN_LENGTH, "Password not long enough");
    requireAny(password, Character::isLowerCase, "Password must have lowercase characters");
    requireAny(password, Character::isUpperCase, "Password must have uppercase characters");
    requireAny(password, Character::isDigit, "Password must have numeric characters");
    requireAny(password, c -> SYMBOLS.indexOf(c) >= 0, "Password must have symbol characters");
  }

  private static void requireAny(String password, IntPredicate kind, String otherwise) {
    require(password.chars().anyMatch(kind), otherwise);
  }

  private static void require(boolean met, String otherwise) {
    if (!met) {
      throw new AwsFailure(
          "InvalidPasswordException", "Password did not conform with policy: " + otherwise);
    }
  }

  /** Salt and hash, salted anew each time. */
  static String hash(String password) {
    var salt = new byte[16];
    RANDOM.nextBytes(salt);
    return encode(salt) + "." + encode(derive(password, salt));
  }

  /** Takes as long for a user that does not exist as for one that does. */
  static boolean matches(String password, String hash) {
    var parts = hash.split("\\.");
    var expected = Base64.getDecoder().decode(parts[1]);
    return MessageDigest.isEqual(expected, derive(password, Base64.getDecoder().decode(parts[0])));
  }

  /** A hash that no password has, to compare with where there is no user. */
  static String unmatchable() {
    return encode(new byte[16]) + "." + encode(new byte[KEY_BITS / 8]);
  }

  private static byte[] derive(String password, byte[] salt) {
    var spec = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, KEY_BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      spec.clearPassword();
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
