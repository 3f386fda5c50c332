package io.albumen.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.albumen.common.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestTokens.Keys.class)
@QuarkusTestResource(Upstream.class)
class WebAppTest {
  private static final String SCRIPT = "/assets/index-4f2a91bc.js";

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sign-in", "/films/019f", "/photos/2026/05"})
  void servesTheAppWhereverAPersonNavigates(String path) {
    given()
        .accept("text/html,application/xhtml+xml,*/*;q=0.8")
        .get(path)
        .then()
        .statusCode(200)
        .contentType("text/html;charset=utf-8")
        .header("Cache-Control", "no-cache")
        .body(containsString("the app"));
  }

  @Test
  void letsBrowsersKeepHashedAssetsForGood() {
    given()
        .get(SCRIPT)
        .then()
        .statusCode(200)
        .header("Content-Type", "text/javascript; charset=utf-8")
        .header("Cache-Control", "public, max-age=31536000, immutable");
  }

  @Test
  void letsBrowsersAskAgainForUnhashedFiles() {
    given().get("/theme.js").then().statusCode(200).header("Cache-Control", "no-cache");
  }

  @Test
  void letsTheServiceWorkerOfAnOldBuildGo() {
    given()
        .get("/sw.js")
        .then()
        .statusCode(200)
        .header("Content-Type", "text/javascript; charset=utf-8")
        .header("Cache-Control", "no-cache")
        .header("Content-Security-Policy", containsString("worker-src 'self' blob:;"));
  }

  @Test
  void tellsWhatTheAppIsCalledWhereItIsInstalled() {
    given()
        .get("/manifest.webmanifest")
        .then()
        .statusCode(200)
        .contentType("application/manifest+json")
        .header("Content-Security-Policy", containsString("manifest-src 'self';"));
  }

  @Test
  void takesNoSharedFilesItself() {
    given().multiPart("files", "bytes").post("/share-target").then().statusCode(405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/assets/gone-00000000.js", "/favicon.ico", "/assets/", "/.env", "/outside.txt"})
  void answersWhatIsMissingWithoutThePage(String path) {
    given()
        .accept("*/*")
        .get(path)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .header("Cache-Control", "no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api", "/api/films", "/q/films", "/internal/films", "/internal"})
  void keepsThePageAwayFromReservedPaths(String path) {
    given().accept("text/html").get(path).then().body(not(containsString("the app")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../outside.txt",
        "/assets/../../outside.txt",
        "/assets/%2e%2e/%2e%2e/outside.txt",
        "/assets/..%2f..%2foutside.txt",
        "//outside.txt",
        "/assets/..%5c..%5coutside.txt"
      })
  void servesNothingFromOutsideTheApp(String path) {
    given()
        .urlEncodingEnabled(false)
        .accept("*/*")
        .get(path)
        .then()
        .statusCode(404)
        .body(not(containsString("secret")));
  }

  @Test
  void answersNotModifiedToWhoeverHasTheSame() {
    var tag = given().get(SCRIPT).header("ETag");

    given()
        .header("If-None-Match", "\"other\", " + tag)
        .get(SCRIPT)
        .then()
        .statusCode(304)
        .header("ETag", tag)
        .header("Cache-Control", containsString("immutable"));
  }

  @Test
  void givesThePlainFormToWhoeverTakesNoOther() {
    given()
        .header("Accept-Encoding", "gzip;q=0, br;q=0.000, *")
        .get(SCRIPT)
        .then()
        .header("Content-Encoding", nullValue())
        .header("Vary", equalTo("Accept-Encoding"));
  }

  @Test
  void zipsTextForWhoeverTakesIt() {
    given()
        .header("Accept-Encoding", "deflate, gzip;q=0.5")
        .get(SCRIPT)
        .then()
        .header("Content-Encoding", "gzip")
        .body(containsString("console.log"));
  }

  @Test
  void givesWhatTheBuildHasPackedToWhoeverTakesIt() {
    given()
        .header("Accept-Encoding", "gzip, deflate, br, zstd")
        .get(SCRIPT)
        .then()
        .header("Content-Encoding", "br")
        .header("Content-Type", "text/javascript; charset=utf-8")
        .header("ETag", endsWith("-br\""));
  }

  @Test
  void tagsEachFormOfItsOwn() {
    var gzip = given().header("Accept-Encoding", "gzip").get(SCRIPT).header("ETag");

    given()
        .header("Accept-Encoding", "br")
        .header("If-None-Match", gzip)
        .get(SCRIPT)
        .then()
        .statusCode(200);
  }

  @Test
  void servesNoPackedFileByItsName() {
    given().get(SCRIPT + ".br").then().statusCode(404);
  }

  @Test
  void answersHeadWithoutABody() {
    given().head(SCRIPT).then().statusCode(200).header("Content-Length", not("0"));
  }

  @Test
  void takesNothingIn() {
    given().post("/sign-in").then().statusCode(405).header("Allow", "GET, HEAD");
  }

  @Test
  void tellsBrowsersToLoadOnlyOursAndTheContentsOrigins() {
    given()
        .get("/")
        .then()
        .header("Content-Security-Policy", not(containsString("unsafe")))
        .header(
            "Content-Security-Policy",
            containsString(
                "img-src 'self' data: blob: https://media.example.com https://cdn.example.com;"))
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header("Strict-Transport-Security", nullValue());
  }
}
