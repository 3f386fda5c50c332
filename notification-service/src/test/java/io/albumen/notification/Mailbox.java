package io.albumen.notification;

import static io.restassured.RestAssured.given;

import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the embedded mail service was given to deliver; the evidence of what was sent how often. */
final class Mailbox {
  private Mailbox() {}

  /** Subjects of all mails to an address, in no order. */
  static List<String> subjectsTo(String email) {
    var url = ConfigProvider.getConfig().getValue("albumen.mailbox.url", String.class);
    return given()
        .queryParam("query", "to:" + email)
        .queryParam("limit", 100)
        .get(url + "/api/v1/search")
        .path("messages.Subject");
  }
}
