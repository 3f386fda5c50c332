package io.albumen.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.albumen.local.sigv4.Hashes;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Makes the demo account and uploads its pictures; what is there already is left alone. */
public final class Demo {
  private static final String EMAIL = "demo@example.com";
  private static final String PASSWORD = "Albumen-demo-1";
  private static final int PICTURES = 24;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final DemoApi api;

  private Demo(DemoApi api) {
    this.api = api;
  }

  /** Arguments: the web app's origin and the mailbox's. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.setProperty("java.awt.headless", "true");
    new Demo(new DemoApi(arguments[0], arguments[1])).make();
  }

  private void make() throws IOException, InterruptedException {
    if (!hasAccount()) {
      signUp();
    }
    upload(draw());
    awaitProcessed();
    System.out.printf("Demo account: %s, password %s%n", EMAIL, PASSWORD);
  }

  private boolean hasAccount() throws IOException, InterruptedException {
    try {
      api.signIn(EMAIL, PASSWORD);
      return true;
    } catch (DemoApi.Refused e) {
      if (e.status() == 401) {
        return false;
      }
      throw e;
    }
  }

  private void signUp() throws IOException, InterruptedException {
    var account = api.mapper().createObjectNode();
    account.put("email", EMAIL).put("password", PASSWORD).put("displayName", "Demo");
    api.post("/auth/sign-up", account);
    var code = await("the code arrives", () -> api.codeFor(EMAIL));
    api.post(
        "/auth/confirm", api.mapper().createObjectNode().put("email", EMAIL).put("code", code));
    api.signIn(EMAIL, PASSWORD);
  }

  private record Picture(String name, byte[] bytes) {}

  /** From the last three years, a few days and hours apart. */
  private static List<Picture> draw() throws IOException {
    var newest = OffsetDateTime.of(2026, 6, 1, 9, 30, 0, 0, ZoneOffset.ofHours(2));
    var pictures = new ArrayList<Picture>();
    for (int i = 0; i < PICTURES; i++) {
      var takenAt = newest.minusDays((long) i / 3 * 41).plusHours(i % 3);
      pictures.add(
          new Picture(
              "landscape-%02d.jpg".formatted(i), Exif.tag(new Landscape(i).jpeg(), takenAt)));
    }
    return pictures;
  }

  private void upload(List<Picture> pictures) throws IOException, InterruptedException {
    var files = api.mapper().createArrayNode();
    for (int i = 0; i < pictures.size(); i++) {
      var picture = pictures.get(i);
      files
          .addObject()
          .put("clientId", Integer.toString(i))
          .put("name", picture.name())
          .put("contentType", "image/jpeg")
          .put("size", picture.bytes().length)
          .put("sha256", Hashes.sha256(picture.bytes()));
    }
    var minted = api.post("/uploads", api.mapper().createObjectNode().set("files", files));
    var uploads = put(minted.path("results"), pictures);
    if (!uploads.isEmpty()) {
      api.post("/uploads/complete", api.mapper().createObjectNode().set("uploads", uploads));
    }
  }

  private ArrayNode put(JsonNode minted, List<Picture> pictures)
      throws IOException, InterruptedException {
    var uploads = api.mapper().createArrayNode();
    for (var result : minted) {
      if (result.path("status").asText().equals("ACCEPTED")) {
        api.put(result.path("put"), pictures.get(result.path("clientId").asInt()).bytes());
        uploads.addObject().put("id", result.path("uploadId").asText());
      }
    }
    return uploads;
  }

  private void awaitProcessed() throws IOException, InterruptedException {
    await(
        "the pictures are processed",
        () -> {
          long shown = 0;
          for (var bucket : buckets()) {
            var page = api.get("/timeline/buckets/" + bucket.path("bucket").asText());
            for (var key : page.path("renditionKey")) {
              shown += key.isNull() ? 0 : 1;
            }
          }
          return shown >= PICTURES ? Optional.of(shown) : Optional.empty();
        });
  }

  private JsonNode buckets() throws IOException, InterruptedException {
    var answer = api.get("/timeline/buckets");
    return answer.isArray() ? answer : answer.path("buckets");
  }

  @FunctionalInterface
  private interface Question<T> {
    Optional<T> ask() throws IOException, InterruptedException;
  }

  private static <T> T await(String what, Question<T> question)
      throws IOException, InterruptedException {
    var deadline = Instant.now().plus(PATIENCE.toMillis(), ChronoUnit.MILLIS);
    var pause = new CountDownLatch(1);
    while (Instant.now().isBefore(deadline)) {
      var answer = question.ask();
      if (answer.isPresent()) {
        return answer.get();
      }
      var _ = pause.await(500, TimeUnit.MILLISECONDS);
    }
    throw new IllegalStateException("waited in vain until " + what);
  }
}
