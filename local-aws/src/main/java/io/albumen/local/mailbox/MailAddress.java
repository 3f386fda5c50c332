package io.albumen.local.mailbox;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.Locale;

/**
 * Who sends or receives; empty rather than absent.
 *
 * @param address called {@code Email} in what is sent to Mailpit's API, {@code Address} in what it
 *     answers
 */
public record MailAddress(String name, @JsonAlias("Email") String address) {
  @SuppressWarnings("ConstantValue") // JSON may lack either
  public MailAddress {
    name = name == null ? "" : name;
    address = address == null ? "" : address;
  }

  /** Whether a search for this text finds it. */
  boolean matches(String lowerCase) {
    return (name + " " + address).toLowerCase(Locale.ROOT).contains(lowerCase);
  }
}
