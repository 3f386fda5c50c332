package io.albumen.photo.processing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes files as streams. */
final class Sha256 {
  private Sha256() {}

  /** Lowercase hex. */
  static String of(Path file) {
    try (var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest())) {
      Files.copy(file, sink);
      return HexFormat.of().formatHex(sink.getMessageDigest().digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
