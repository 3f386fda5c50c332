package io.albumen.local.faces;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads the mailbox as a user of Mailpit's API would. */
public final class Inbox {
  private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI endpoint;

  public Inbox(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** The code in the newest mail to an address. */
  public String codeFor(String address) {
    var text = newestTo(address).path("Text").asText();
    return CODE.matcher(text).results().findFirst().orElseThrow().group();
  }

  /** The newest mail to an address, whole. */
  public JsonNode newestTo(String address) {
    var found = mailsTo(address).path("messages").path(0).path("ID").asText();
    return json("/api/v1/message/" + found);
  }

  public JsonNode mailsTo(String address) {
    return json(
        "/api/v1/search?query=" + URLEncoder.encode("to:" + address, StandardCharsets.UTF_8));
  }

  public JsonNode json(String path) {
    try {
      return JSON.readTree(get(path).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(endpoint.resolve(path)).build());
  }

  public HttpResponse<String> send(String method, String path, String type, String body) {
    return send(
        HttpRequest.newBuilder(endpoint.resolve(path))
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", type)
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
