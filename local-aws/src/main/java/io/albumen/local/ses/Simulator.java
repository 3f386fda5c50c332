package io.albumen.local.ses;

import io.albumen.local.mailbox.MailAddress;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** AWS's mailbox simulator: addresses whose name says what becomes of a mail. */
final class Simulator {
  private static final String DOMAIN = "@simulator.amazonses.com";

  private Simulator() {}

  /** Tags for what would happen, such as {@code simulated-bounce}; none for ordinary mail. */
  static List<String> outcomes(Stream<MailAddress> recipients) {
    return recipients
        .map(address -> address.address().toLowerCase(Locale.ROOT))
        .filter(address -> address.endsWith(DOMAIN))
        .map(address -> address.substring(0, address.length() - DOMAIN.length()))
        .map(name -> name.replaceFirst("\\+.*", ""))
        .map(Simulator::outcome)
        .distinct()
        .toList();
  }

  private static String outcome(String name) {
    return switch (name) {
      case "bounce", "suppressionlist" -> "simulated-bounce";
      case "complaint" -> "simulated-complaint";
      case "ooto" -> "simulated-out-of-office";
      default -> "simulated-delivery";
    };
  }
}
