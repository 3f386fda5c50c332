package io.albumen.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The few calls that the demo makes: to the public API, the store and the mailbox. */
final class DemoApi {
  private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

  /** Set by the client itself; Java refuses them from us. */
  private static final Set<String> RESTRICTED = Set.of("content-length", "host");

  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String api;
  private final String mailbox;
  private Optional<String> token = Optional.empty();

  DemoApi(String web, String mailbox) {
    this.api = web + "/api/v1";
    this.mailbox = mailbox;
  }

  /** An answer that was not the one hoped for. */
  static final class Refused extends RuntimeException {
    private final int status;

    Refused(String path, int status, String body) {
      super("%s answered %d: %s".formatted(path, status, body));
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  void signIn(String email, String password) throws IOException, InterruptedException {
    var body = mapper.createObjectNode().put("email", email).put("password", password);
    token = Optional.of(post("/auth/sign-in", body).path("accessToken").asText());
  }

  JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
    return send(
        path,
        request(api + path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(mapper.writeValueAsString(body))));
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return send(path, request(api + path).GET());
  }

  /** Puts bytes to a presigned URL with the headers that the API named. */
  void put(JsonNode put, byte[] bytes) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(put.path("url").asText()))
            .PUT(BodyPublishers.ofByteArray(bytes));
    put.path("headers")
        .properties()
        .forEach(
            header -> {
              if (!RESTRICTED.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                request.header(header.getKey(), header.getValue().asText());
              }
            });
    send("PUT to the store", request);
  }

  /** The newest code that was mailed to an address. */
  Optional<String> codeFor(String email) throws IOException, InterruptedException {
    var list = send("mailbox", HttpRequest.newBuilder(URI.create(mailbox + "/api/v1/messages")));
    for (var mail : list.path("messages")) {
      if (mail.path("To").toString().contains(email)) {
        var url = mailbox + "/api/v1/message/" + mail.path("ID").asText();
        var text = send("mail", HttpRequest.newBuilder(URI.create(url))).path("Text").asText();
        var code = CODE.matcher(text);
        if (code.find()) {
          return Optional.of(code.group(1));
        }
      }
    }
    return Optional.empty();
  }

  ObjectMapper mapper() {
    return mapper;
  }

  private HttpRequest.Builder request(String url) {
    var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60));
    token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
    return request;
  }

  private JsonNode send(String what, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    var answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new Refused(what, answer.statusCode(), answer.body());
    }
    return answer.body().isBlank() ? mapper.nullNode() : tree(answer.body());
  }

  private JsonNode tree(String body) throws IOException {
    return body.startsWith("{") || body.startsWith("[") ? mapper.readTree(body) : mapper.nullNode();
  }
}
