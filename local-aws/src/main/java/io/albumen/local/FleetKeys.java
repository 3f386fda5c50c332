package io.albumen.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.albumen.local.StackContext.Credentials;
import io.albumen.local.sigv4.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The secrets of one fleet, made once and kept in its {@code keys} directory: {@code
 * <name>.private.pem} (PKCS#8) and {@code <name>.public.pem} for the CDN and for each service that
 * signs tokens, and single lines for the rest.
 */
public final class FleetKeys {
  private static final List<String> SIGNERS =
      List.of(
          "cdn",
          "auth-service",
          "photo-service",
          "video-service",
          "notification-service",
          "gateway-service");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ALPHANUMERIC =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final Path directory;

  private FleetKeys(Path directory) {
    this.directory = directory;
  }

  /** Makes what is missing. */
  static FleetKeys in(Path directory) {
    var keys = new FleetKeys(directory);
    SIGNERS.forEach(keys::ensureKeyPair);
    keys.secret("cursors.key", () -> Base64.getEncoder().encodeToString(random(32)));
    return keys;
  }

  Path directory() {
    return directory;
  }

  /** Of the form DynamoDB Local insists on: letters and digits. */
  Credentials credentials() {
    return new Credentials(
        secret("aws-access-key-id", () -> "ALBUMEN" + alphanumeric(13).toUpperCase()),
        secret("aws-secret-access-key", () -> alphanumeric(40)));
  }

  /** Under the services' own names; private keys as paths. */
  Map<String, String> settings() {
    var credentials = credentials();
    var settings = new LinkedHashMap<String, String>();
    settings.put("keys.dir", directory.toString());
    settings.put("aws.access-key-id", credentials.accessKeyId());
    settings.put("aws.secret-access-key", credentials.secretAccessKey());
    settings.put("albumen.cursors.key", read("cursors.key"));
    settings.put("albumen.cdn.private-key", directory.resolve("cdn.private.pem").toString());
    settings.put("albumen.cdn.key-pair-id", keyPairId(directory));
    return settings;
  }

  /** As CloudFront gives them: {@code K} and capitals; follows from the CDN's public key. */
  public static String keyPairId(Path directory) {
    var hash = Hashes.sha256().digest(read(directory.resolve("cdn.public.pem")).getBytes(UTF_8));
    return "K" + HexFormat.of().withUpperCase().formatHex(hash, 0, 7);
  }

  /** Kept in {@code name}; made by {@code make} when it is not there. */
  public static String secret(Path directory, String name, Supplier<String> make) {
    var file = directory.resolve(name);
    if (!Files.exists(file)) {
      write(file, make.get() + "\n");
    }
    return read(file);
  }

  private String secret(String name, Supplier<String> make) {
    return secret(directory, name, make);
  }

  /** The private half is written last, so where it is, both are. */
  private void ensureKeyPair(String name) {
    var privateFile = directory.resolve(name + ".private.pem");
    if (Files.exists(privateFile)) {
      return;
    }
    var pair = newKeyPair();
    write(
        directory.resolve(name + ".public.pem"), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    write(privateFile, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
  }

  private static KeyPair newKeyPair() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has no P-256", e);
    }
  }

  private static String pem(String type, byte[] encoded) {
    var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(type, body, type);
  }

  public static String alphanumeric(int length) {
    var text = new StringBuilder(length);
    for (var i = 0; i < length; i++) {
      text.append(ALPHANUMERIC.charAt(RANDOM.nextInt(ALPHANUMERIC.length())));
    }
    return text.toString();
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static void write(Path file, String text) {
    try {
      PrivateFile.write(file, text);
    } catch (IOException e) {
      throw new StartFailure("Cannot write %s: %s.".formatted(file, e.getMessage()), e);
    }
  }

  private String read(String name) {
    return read(directory.resolve(name));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new StartFailure("Cannot read %s: %s.".formatted(file, e.getMessage()), e);
    }
  }
}
