package io.albumen.local.mailbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.albumen.local.protocol.Answer;
import io.albumen.local.protocol.AwsFailure;
import io.albumen.local.protocol.AwsRequest;
import io.albumen.local.protocol.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Routes: Mailpit's API under {@code /api/v1}, the page and its parts elsewhere. */
final class MailboxApi {
  private static final int DEFAULT_LIMIT = 50;
  private static final Answer NOT_FOUND = Answer.json(404, Map.of("Error", "message not found"));

  private final MailStore mails;
  private final MailboxPage page;

  MailboxApi(MailStore mails, MailboxPage page) {
    this.mails = mails;
    this.page = page;
  }

  /** What {@code DELETE} and {@code PUT} name; none named means all. */
  record Ids(@JsonProperty("IDs") @Nullable List<String> ids) {
    List<String> named() {
      return ids == null ? List.of() : ids;
    }
  }

  record Sent(@JsonProperty("ID") String id) {}

  Answer answer(AwsRequest request) {
    try {
      return route(request);
    } catch (AwsFailure e) {
      return Answer.json(400, Map.of("Error", e.text()));
    }
  }

  private Answer route(AwsRequest request) {
    var query = query(request);
    return switch (request.method() + " " + request.path()) {
      case "GET /api/v1/messages" -> list(query);
      case "GET /api/v1/search" -> search(query);
      case "DELETE /api/v1/messages" -> delete(request);
      case "PUT /api/v1/messages" -> markRead(request);
      case "POST /api/v1/send" -> send(request);
      default -> request.method().equals("GET") ? get(request.path()) : NOT_FOUND;
    };
  }

  private Answer get(String path) {
    var parts = path.split("/");
    if (path.startsWith("/api/v1/message/") && parts.length == 5) {
      return message(parts[4]);
    }
    if (path.startsWith("/api/v1/message/") && parts.length == 7 && parts[5].equals("part")) {
      return part(parts[4], parts[6]);
    }
    if (path.startsWith("/view/") && path.endsWith(".html")) {
      var id = path.substring("/view/".length(), path.length() - ".html".length());
      return mails.find(id).map(MailboxPage::html).orElse(NOT_FOUND);
    }
    return page.asset(path).orElse(NOT_FOUND);
  }

  private Answer list(Map<String, String> query) {
    var start = number(query, "start", 0);
    var found = mails.newest(start, number(query, "limit", DEFAULT_LIMIT));
    return listing(found, mails.total(), mails.totalUnread(), start);
  }

  private Answer search(Map<String, String> query) {
    var start = number(query, "start", 0);
    var found = mails.search(MailSearch.parse(query.getOrDefault("query", "")));
    var shown = found.stream().skip(start).limit(number(query, "limit", DEFAULT_LIMIT)).toList();
    return listing(shown, found.size(), found.stream().filter(mails::isUnread).count(), start);
  }

  private Answer listing(List<Mail> shown, int matching, long unread, int start) {
    var summaries =
        shown.stream().map(mail -> MailViews.Summary.of(mail, mails.isUnread(mail))).toList();
    return Answer.json(
        200,
        new MailViews.Listing(
            mails.total(),
            mails.totalUnread(),
            summaries.size(),
            matching,
            unread,
            start,
            List.of(),
            summaries));
  }

  private Answer message(String id) {
    var found = mails.find(id);
    found.ifPresent(mail -> mails.markRead(mail.id()));
    return found.map(mail -> Answer.json(200, MailViews.Message.of(mail))).orElse(NOT_FOUND);
  }

  private Answer part(String id, String part) {
    return mails
        .find(id)
        .map(mail -> mail.content().attachments())
        .filter(files -> part.matches("\\d{1,4}"))
        .filter(files -> Integer.parseInt(part) >= 1 && Integer.parseInt(part) <= files.size())
        .map(files -> MailboxPage.download(files.get(Integer.parseInt(part) - 1)))
        .orElse(NOT_FOUND);
  }

  private Answer delete(AwsRequest request) {
    var ids = Json.parse(request.body(), Ids.class).named();
    if (ids.isEmpty()) {
      mails.deleteAll();
    } else {
      mails.delete(ids);
    }
    return Answer.text(200, "text/plain", "ok");
  }

  private Answer markRead(AwsRequest request) {
    Json.parse(request.body(), Ids.class).named().forEach(mails::markRead);
    return Answer.text(200, "text/plain", "ok");
  }

  /** Only as JSON, which a page of another origin may not send without asking. */
  private Answer send(AwsRequest request) {
    if (!request.header("content-type").orElse("").startsWith("application/json")) {
      throw new AwsFailure("BadRequest", "Content-Type must be application/json");
    }
    var mail = mails.add(Json.parse(request.body(), Mail.Content.class));
    return Answer.json(200, new Sent(mail.id()));
  }

  private static Map<String, String> query(AwsRequest request) {
    return Arrays.stream(request.query().split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(pair -> pair[0], pair -> decode(pair[1]), (first, second) -> first));
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new AwsFailure("BadRequest", "malformed query");
    }
  }

  private static int number(Map<String, String> query, String name, int otherwise) {
    var text = query.getOrDefault(name, "");
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
  }
}
