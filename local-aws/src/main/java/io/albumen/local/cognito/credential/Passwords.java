package io.albumen.local.cognito.credential;

import io.albumen.local.protocol.AwsFailure;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Cognito's default policy, and PBKDF2 for what is kept. Its rounds are few for a server but fit a
 * laptop, whose stack runs without the optimising compiler; hashes name theirs, so more can come.
 */
public final class Passwords {
  private static final int MIN_LENGTH = 8;
  private static final int MAX_LENGTH = 256;
  private static final String SYMBOLS = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+- ";
  private static final Pattern SHAPE = Pattern.compile("[\\S]+.*[\\S]+");
  private static final int ITERATIONS = 10_000;
  private static final int KEY_BITS = 256;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Passwords() {}

  /** Refuses what the policy forbids, naming the first rule that is broken. */
  public static void check(String password) {
    if (password.length() > MAX_LENGTH || !SHAPE.matcher(password).matches()) {
      throw new AwsFailure(
          "InvalidParameterException",
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

  /** Rounds, salt and hash; salted anew each time. */
  public static String hash(String password) {
    var salt = new byte[16];
    RANDOM.nextBytes(salt);
    return join(salt, derive(password, ITERATIONS, salt));
  }

  public static boolean matches(String password, String hash) {
    var parts = hash.split("\\.");
    var salt = Base64.getDecoder().decode(parts[1]);
    var expected = Base64.getDecoder().decode(parts[2]);
    return MessageDigest.isEqual(expected, derive(password, Integer.parseInt(parts[0]), salt));
  }

  /** To compare with where there is no user, so that this takes as long. */
  public static String unmatchable() {
    return join(new byte[16], new byte[KEY_BITS / 8]);
  }

  private static String join(byte[] salt, byte[] key) {
    return ITERATIONS + "." + encode(salt) + "." + encode(key);
  }

  private static byte[] derive(String password, int iterations, byte[] salt) {
    var spec = new PBEKeySpec(password.toCharArray(), salt, iterations, KEY_BITS);
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
