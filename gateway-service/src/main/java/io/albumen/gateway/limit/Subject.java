package io.albumen.gateway.limit;

import io.albumen.common.UserId;
import io.netty.util.NetUtil;
import java.nio.ByteBuffer;

/** Who is counted, as 128 bits. */
public record Subject(long high, long low) {
  private static final int IPV4_BYTES = 4;
  private static final long UNREADABLE = -1;

  static Subject of(UserId user) {
    return new Subject(
        user.value().getMostSignificantBits(), user.value().getLeastSignificantBits());
  }

  /**
   * By the address; of IPv6 by the /64, which one household or machine has whole. What is no
   * address is counted together.
   */
  public static Subject ofAddress(String address) {
    var bytes = NetUtil.createByteArrayFromIpAddressString(address);
    if (bytes == null) {
      return new Subject(UNREADABLE, UNREADABLE);
    }
    return bytes.length == IPV4_BYTES
        ? new Subject(0, ByteBuffer.wrap(bytes).getInt())
        : ofIpv6(ByteBuffer.wrap(bytes));
  }

  private static Subject ofIpv6(ByteBuffer bytes) {
    var high = bytes.getLong(0);
    var mapped = high == 0 && bytes.getInt(8) == 0xffff;
    return mapped ? new Subject(0, bytes.getInt(12)) : new Subject(high, 0);
  }
}
