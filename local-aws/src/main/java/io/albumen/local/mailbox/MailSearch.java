package io.albumen.local.mailbox;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The part of Mailpit's search language one needs: words, and words in one field, all required. */
final class MailSearch {
  private static final Pattern TERM =
      Pattern.compile("(?:(to|from|cc|bcc|addressed|subject|tag):)?(?:\"([^\"]*)\"|(\\S+))");

  private MailSearch() {}

  static Predicate<Mail> parse(String query) {
    return TERM.matcher(query.toLowerCase(Locale.ROOT))
        .results()
        .map(
            term ->
                term(
                    term.group(1) == null ? "" : term.group(1),
                    term.group(2) == null ? term.group(3) : term.group(2)))
        .reduce(mail -> true, Predicate::and);
  }

  private static Predicate<Mail> term(String field, String word) {
    return mail -> {
      var content = mail.content();
      return switch (field) {
        case "to" -> any(content.to(), word);
        case "from" -> content.from().matches(word);
        case "cc" -> any(content.cc(), word);
        case "bcc" -> any(content.bcc(), word);
        case "addressed" -> addressed(content, word);
        case "subject" -> contains(content.subject(), word);
        case "tag" -> content.tags().stream().anyMatch(word::equalsIgnoreCase);
        default ->
            addressed(content, word)
                || contains(content.subject(), word)
                || contains(content.text(), word)
                || contains(content.html(), word);
      };
    };
  }

  private static boolean addressed(Mail.Content content, String word) {
    return content.from().matches(word)
        || any(content.to(), word)
        || any(content.cc(), word)
        || any(content.bcc(), word)
        || any(content.replyTo(), word);
  }

  private static boolean any(List<MailAddress> addresses, String word) {
    return addresses.stream().anyMatch(address -> address.matches(word));
  }

  private static boolean contains(String text, String word) {
    return text.toLowerCase(Locale.ROOT).contains(word);
  }
}
