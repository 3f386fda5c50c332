package io.albumen.local.cognito.wire;

import java.util.Locale;

/** {@code CodeDeliveryDetailsType}. */
public record CodeDelivery(String destination, String deliveryMedium, String attributeName) {

  /** An answer that has nothing else to say. */
  public record Answer(CodeDelivery codeDeliveryDetails) {}

  /**
   * Shows no more of an address than AWS does: {@code a***@e***}. In lower case, as the case
   * somebody signed up with would tell that somebody did.
   */
  public static CodeDelivery to(String address) {
    var email = address.toLowerCase(Locale.ROOT);
    var at = email.indexOf('@');
    var masked = at < 1 ? "***" : email.charAt(0) + "***@" + email.charAt(at + 1) + "***";
    return new CodeDelivery(masked, "EMAIL", "email");
  }
}
