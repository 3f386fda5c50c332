package io.albumen.photo.testing;

import io.albumen.photo.testing.Photographer.LocalFile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A file of three parts, as tests are configured. */
public record LargeFile(LocalFile file) {
  public static final int PART = 5 * 1024 * 1024;

  /** Passes for an MP4 at first sight, and differs from every other. */
  public static LargeFile film(String name) {
    var bytes = new byte[2 * PART + 1000];
    new Random(UUID.randomUUID().getMostSignificantBits()).nextBytes(bytes);
    var header = "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(header, 0, bytes, 0, header.length);
    return new LargeFile(new LocalFile(name, "video/mp4", bytes));
  }

  public byte[] part(int number) {
    var bytes = file.bytes();
    return Arrays.copyOfRange(bytes, (number - 1) * PART, Math.min(number * PART, bytes.length));
  }

  public String sha256(int number) {
    return new LocalFile("", "", part(number)).sha256();
  }

  public Response tryToPresign(Photographer user, String upload, int number) {
    var part = Map.of("number", number, "sha256", sha256(number));
    return user.request()
        .body(Map.of("parts", List.of(part)))
        .post("/api/v1/uploads/{0}/parts", upload);
  }

  public JsonPath presign(Photographer user, String upload, int number) {
    return tryToPresign(user, upload, number).then().statusCode(200).extract().jsonPath();
  }

  public void send(Photographer user, String upload, int... numbers) {
    for (var number : numbers) {
      var presigned = presign(user, upload, number);
      Map<String, String> headers = presigned.getMap("parts[0].headers");
      var status = Photographer.put(presigned.getString("parts[0].url"), headers, part(number));
      if (status != 200) {
        throw new IllegalStateException("S3 answered " + status);
      }
    }
  }
}
