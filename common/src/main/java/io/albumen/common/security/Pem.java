package io.albumen.common.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Reads EC keys from PEM (RFC 7468) given as text or as the path of a file. */
public final class Pem {
  private Pem() {}

  /** From PKCS #8, {@code BEGIN PRIVATE KEY}. */
  public static PrivateKey privateKey(String textOrPath) {
    try {
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der(textOrPath)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an EC private key in PEM", e);
    }
  }

  /** From SubjectPublicKeyInfo, {@code BEGIN PUBLIC KEY}. */
  public static PublicKey publicKey(String textOrPath) {
    try {
      return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der(textOrPath)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an EC public key in PEM", e);
    }
  }

  private static byte[] der(String textOrPath) {
    var text = textOrPath.contains("-----BEGIN") ? textOrPath : read(Path.of(textOrPath));
    return Base64.getMimeDecoder()
        .decode(text.replaceAll("-----[A-Z ]+-----", "").replace("\\n", "").strip());
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the key " + path, e);
    }
  }
}
