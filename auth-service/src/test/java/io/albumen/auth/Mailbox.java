package io.albumen.auth;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the codes that were mailed. */
public record Mailbox(@Nullable String url) {
  static final String SETTING = "albumen.mailbox.url";

  private static final Pattern CODE = Pattern.compile("[0-9]{6}");

  /** The newest code for an address; the mail is there before the sign-up is answered. */
  public String codeFor(String email) {
    var digits = CODE.matcher(textFor(email));
    if (!digits.find()) {
      throw new AssertionError("the newest mail has no code");
    }
    return digits.group();
  }

  /** The beginning of the newest mail to an address. */
  public String textFor(String email) {
    assumeTrue(url != null, "the embedded stack does not tell " + SETTING);
    List<String> mails =
        given()
            .queryParam("query", "to:" + email)
            .get(url + "/api/v1/search")
            .path("messages.Snippet");
    return mails.getFirst();
  }
}
