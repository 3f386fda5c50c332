package io.albumen.local.ses;

import io.albumen.local.mailbox.MailAddress;
import io.albumen.local.protocol.AwsFailure;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Arrays;
import java.util.List;

/** Addresses as a mail has them: {@code "Ada L" <ada@example.com>}. */
final class Addresses {
  private Addresses() {}

  static MailAddress parse(String text) {
    try {
      return view(new InternetAddress(text, true));
    } catch (AddressException e) {
      throw invalid(text);
    }
  }

  static List<MailAddress> parse(List<String> texts) {
    return texts.stream().map(Addresses::parse).toList();
  }

  /** A header's list. */
  static List<MailAddress> parseList(String header) {
    try {
      return Arrays.stream(InternetAddress.parse(header, true)).map(Addresses::view).toList();
    } catch (AddressException e) {
      throw invalid(header);
    }
  }

  private static MailAddress view(InternetAddress address) {
    if (!address.getAddress().contains("@")) {
      throw new AwsFailure("InvalidParameterValue", "Missing final '@domain'");
    }
    return new MailAddress(
        address.getPersonal() == null ? "" : address.getPersonal(), address.getAddress());
  }

  private static AwsFailure invalid(String text) {
    return new AwsFailure(
        "InvalidParameterValue",
        text.contains("@") ? "Illegal address" : "Missing final '@domain'");
  }
}
