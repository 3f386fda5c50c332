package io.albumen.photo.testing;

import static io.restassured.RestAssured.given;

import io.albumen.common.Sha256;
import io.albumen.common.UserId;
import io.albumen.common.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A user who calls the API as the web app does, and S3 as a browser does. */
public record Photographer(UserId id) {
  private static final HttpClient BROWSER = HttpClient.newHttpClient();

  /** Somebody nobody has seen before. */
  public static Photographer stranger() {
    return new Photographer(new UserId(UUID.randomUUID()));
  }

  /** A file on this user's disk. */
  public record LocalFile(String name, String contentType, byte[] bytes) {

    /** Passes for a JPEG at first sight, and differs from every other. */
    public static LocalFile photo(String name) {
      var header = HexFormat.of().parseHex("ffd8ffe000104a464946000101");
      var unique = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
      var bytes = Arrays.copyOf(header, header.length + unique.length);
      System.arraycopy(unique, 0, bytes, header.length, unique.length);
      return new LocalFile(name, "image/jpeg", bytes);
    }

    public String sha256() {
      return HexFormat.of().formatHex(Sha256.of(bytes));
    }

    Map<String, Object> announced() {
      return Map.of(
          "clientId",
          UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
          "name",
          name,
          "contentType",
          contentType,
          "size",
          bytes.length,
          "sha256",
          sha256());
    }
  }

  public RequestSpecification request() {
    return given()
        .auth()
        .oauth2(TestTokens.access(id))
        .contentType(ContentType.JSON)
        .accept(ContentType.JSON);
  }

  public Response tryToMint(LocalFile... files) {
    var announced = Arrays.stream(files).map(LocalFile::announced).toList();
    return request().body(Map.of("files", announced)).post("/api/v1/uploads");
  }

  public JsonPath mint(LocalFile... files) {
    return tryToMint(files).then().statusCode(200).extract().jsonPath();
  }

  /** The status with which S3 answers. */
  public static int put(JsonPath minted, int index, byte[] bytes) {
    var put = "results[%d].put.".formatted(index);
    return put(minted.getString(put + "url"), minted.getMap(put + "headers"), bytes);
  }

  public static int put(String url, Map<String, String> headers, byte[] bytes) {
    var request =
        HttpRequest.newBuilder(URI.create(url)).PUT(HttpRequest.BodyPublishers.ofByteArray(bytes));
    headers.forEach(request::header);
    return send(request.build()).statusCode();
  }

  public static HttpResponse<byte[]> open(String url) {
    return send(HttpRequest.newBuilder(URI.create(url)).build());
  }

  private static HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return BROWSER.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public Response tryToComplete(List<?> ids) {
    var uploads = ids.stream().map(id -> Map.of("id", id)).toList();
    return request().body(Map.of("uploads", uploads)).post("/api/v1/uploads/complete");
  }

  public JsonPath complete(Object... ids) {
    return tryToComplete(List.of(ids)).then().statusCode(200).extract().jsonPath();
  }

  /** The upload id, its bytes in S3. */
  public String send(LocalFile file) {
    var minted = mint(file);
    var status = put(minted, 0, file.bytes());
    if (status != 200) {
      throw new IllegalStateException("S3 answered " + status);
    }
    return minted.getString("results[0].uploadId");
  }

  /** The media id, still to be processed. */
  public UUID upload(LocalFile file) {
    return UUID.fromString(complete(send(file)).getString("results[0].mediaId"));
  }

  /** The answer to a file announced as what replaces the original of an item. */
  public JsonPath announceVersion(UUID media, LocalFile file) {
    var announced = new HashMap<>(file.announced());
    announced.put("replacesMediaId", media);
    return request()
        .body(Map.of("files", List.of(announced)))
        .post("/api/v1/uploads")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** The answer to its completion; it is still to be processed. */
  public JsonPath replace(UUID media, LocalFile file) {
    var minted = announceVersion(media, file);
    var status = put(minted, 0, file.bytes());
    if (status != 200) {
      throw new IllegalStateException("S3 answered " + status);
    }
    return complete(minted.getString("results[0].uploadId"));
  }

  public void throwAway(UUID... media) {
    request().body(Map.of("ids", List.of(media))).delete("/api/v1/media").then().statusCode(200);
  }

  public JsonPath get(String path, Object... parameters) {
    return request().get(path, parameters).then().statusCode(200).extract().jsonPath();
  }
}
