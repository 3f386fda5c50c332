package io.albumen.common;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, without the exception that no JDK throws. */
public final class Sha256 {
  private Sha256() {}

  /** A new one, for bytes that come bit by bit. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  public static byte[] of(byte[] bytes) {
    return digest().digest(bytes);
  }

  /** Of the text in UTF-8. */
  public static byte[] of(String text) {
    return of(text.getBytes(UTF_8));
  }

  /** Reads the file as a stream. */
  public static byte[] of(Path file) throws IOException {
    try (var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest())) {
      Files.copy(file, sink);
      return sink.getMessageDigest().digest();
    }
  }
}
