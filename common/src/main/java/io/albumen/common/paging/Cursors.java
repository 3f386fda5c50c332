package io.albumen.common.paging;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import io.albumen.common.UserId;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opaque paging cursors, bound by a MAC to the caller and the query they were made for, so that
 * neither an altered one nor another person's is ever followed.
 */
@Singleton
public class Cursors {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int MAC_BYTES = 16;
  private static final int MAX_LENGTH = 1024;
  private final SecretKeySpec key;

  public Cursors(CursorConfig config) {
    this.key = new SecretKeySpec(config.key().getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** A cursor that is not one of ours, or not for this caller and query. */
  public static final class BadCursor extends DomainException {
    BadCursor() {
      super(ErrorKind.INVALID, "bad-cursor", "This cursor is not valid for this listing.");
    }
  }

  /**
   * @param query names the listing and its filters; a cursor of another listing is refused
   * @param position where the next page starts, as the listing itself understands it
   */
  public String encode(UserId caller, String query, String position) {
    var bytes = position.getBytes(StandardCharsets.UTF_8);
    var mac = mac(caller, query, bytes);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(ByteBuffer.allocate(mac.length + bytes.length).put(mac).put(bytes).array());
  }

  /**
   * The position that was encoded.
   *
   * @throws BadCursor if the cursor was altered, or made for another caller or query
   */
  public String decode(UserId caller, String query, String cursor) {
    var bytes = bytesOf(cursor);
    var position = Arrays.copyOfRange(bytes, MAC_BYTES, bytes.length);
    if (!MessageDigest.isEqual(
        mac(caller, query, position), Arrays.copyOfRange(bytes, 0, MAC_BYTES))) {
      throw new BadCursor();
    }
    return new String(position, StandardCharsets.UTF_8);
  }

  private static byte[] bytesOf(String cursor) {
    if (cursor.length() > MAX_LENGTH) {
      throw new BadCursor();
    }
    try {
      var bytes = Base64.getUrlDecoder().decode(cursor);
      if (bytes.length < MAC_BYTES) {
        throw new BadCursor();
      }
      return bytes;
    } catch (IllegalArgumentException e) {
      throw new BadCursor();
    }
  }

  private byte[] mac(UserId caller, String query, byte[] position) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(caller.toString().getBytes(StandardCharsets.UTF_8));
      var queryBytes = query.getBytes(StandardCharsets.UTF_8);
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(queryBytes.length).array());
      mac.update(queryBytes);
      mac.update(position);
      return Arrays.copyOf(mac.doFinal(), MAC_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has no " + ALGORITHM, e);
    }
  }
}
