package io.albumen.video.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.albumen.common.Sha256;
import io.albumen.video.film.Films;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * photo-service with one user's few media: photos 1 to 3 and a tune are ready, photo 4 is being
 * processed, photo 5 is damaged. Whoever else asks, or for anything else, finds nothing.
 */
public final class FakePhotoService implements QuarkusTestResourceLifecycleManager {
  public static final UUID TUNE = Films.photo(20);
  public static final UUID PROCESSING = Films.photo(4);
  public static final UUID DAMAGED = Films.photo(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<UUID, Medium> media = new HashMap<>();
  private @Nullable HttpServer server;
  private String base = "";

  private record Medium(String kind, String state, byte[] bytes) {}

  @Override
  public Map<String, String> start() {
    try {
      draw();
      var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server = http;
      base = "http://127.0.0.1:" + http.getAddress().getPort();
      http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      http.createContext("/internal/media/sources", this::sources);
      http.createContext("/objects/", this::object);
      http.start();
      return Map.of("video.photo-service.base-url", base);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  private void draw() throws IOException {
    var folder = Files.createTempDirectory("fake-photo-service");
    for (int i = 1; i <= 4; i++) {
      var picture =
          Engine.picture(folder, "testsrc=size=640x360:rate=1,hue=h=" + 60 * i, i + ".jpg");
      put(Films.photo(i), "PHOTO", i == 4 ? "PROCESSING" : "READY", picture);
    }
    Files.write(folder.resolve("damaged"), new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1});
    put(DAMAGED, "PHOTO", "READY", folder.resolve("damaged"));
    Engine.run(folder, "-f", "lavfi", "-i", "sine=duration=1", "tune.mp3");
    put(TUNE, "SOUND", "READY", folder.resolve("tune.mp3"));
  }

  private void put(UUID id, String kind, String state, Path file) throws IOException {
    media.put(id, new Medium(kind, state, Files.readAllBytes(file)));
  }

  private void sources(HttpExchange exchange) throws IOException {
    var mine = subject(exchange).equals(Films.ADA.toString());
    var answer = JSON.createObjectNode();
    var sources = answer.putArray("sources");
    for (JsonNode id : JSON.readTree(exchange.getRequestBody()).get("mediaIds")) {
      var medium = mine ? media.get(UUID.fromString(id.asText())) : null;
      var source = sources.addObject().put("mediaId", id.asText());
      if (medium == null) {
        source.put("status", "FAILED").putObject("problem").put("code", "media-not-found");
      } else {
        describe(source, id.asText(), medium);
      }
    }
    answer(exchange, JSON.writeValueAsBytes(answer));
  }

  private void describe(ObjectNode source, String id, Medium medium) {
    source
        .put("status", "OK")
        .put("kind", medium.kind())
        .put("state", medium.state())
        .put("contentType", "image/jpeg")
        .put("sizeBytes", medium.bytes().length)
        .put("sha256", HexFormat.of().formatHex(Sha256.of(medium.bytes())))
        .put("width", 640)
        .put("height", 360)
        .put("url", base + "/objects/" + id)
        .put("expiresAt", Instant.now().plusSeconds(900).toString());
  }

  private void object(HttpExchange exchange) throws IOException {
    var id = exchange.getRequestURI().getPath().substring("/objects/".length());
    var medium = media.get(UUID.fromString(id));
    answer(exchange, medium == null ? new byte[0] : medium.bytes());
  }

  private static void answer(HttpExchange exchange, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String subject(HttpExchange exchange) throws IOException {
    var token =
        exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
    var payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
    return JSON.readTree(payload).get("sub").asText();
  }
}
