package io.albumen.auth.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.albumen.auth.OnFakes;
import io.albumen.auth.directory.InMemoryUserDirectory;
import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.InMemoryUserPool;
import io.albumen.auth.pool.Password;
import io.albumen.common.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(OnFakes.class)
class SessionResourceTest {
  private static final String ADA = "ada@example.com";
  private static final String PASSWORD = "Correct-horse-7";
  private static final String COOKIE = "albumen_refresh";

  @Inject InMemoryUserPool pool;
  @Inject InMemoryUserDirectory directory;

  @BeforeEach
  void addAda() {
    pool.clear();
    pool.add(EmailAddress.of(ADA), new Password(PASSWORD), true);
  }

  @Test
  void givesOtherClientsTheirRefreshTokenInTheBody() {
    signIn(ADA, PASSWORD)
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .header("Set-Cookie", nullValue())
        .body("accessToken", equalTo("access"))
        .body("tokenType", equalTo("Bearer"))
        .body("expiresIn", equalTo(300))
        .body("refreshToken", notNullValue());
  }

  @Test
  void givesBrowsersNoRefreshTokenInTheBody() {
    browserSignIn().then().statusCode(200).body("refreshToken", nullValue());
  }

  @Test
  void keepsABrowsersRefreshTokenFromScriptsAndOtherSites() {
    var cookie = browserSignIn().detailedCookie(COOKIE);

    assertThat(cookie.toString())
        .contains("HttpOnly", "Secure", "SameSite=Strict", "Path=/api/v1/auth", "Max-Age=2592000");
  }

  @Test
  void findsTheAccountHoweverItsAddressIsTyped() {
    signIn(" Ada@Example.com ", PASSWORD).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {ADA, "nobody@example.com"})
  void answersTheSameForWrongPasswordAndUnknownAddress(String email) {
    signIn(email, "Wrong-horse-7")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("code", equalTo("bad-credentials"))
        .body(
            "detail",
            equalTo("The address or the password is wrong. After many tries, wait a few minutes."));
  }

  @Test
  void tellsOfAnUnconfirmedAddressOnlyToTheRightPassword() {
    pool.add(EmailAddress.of("new@example.com"), new Password(PASSWORD), false);

    signIn("new@example.com", PASSWORD)
        .then()
        .statusCode(403)
        .body("code", equalTo("not-confirmed"));
  }

  @Test
  void hidesAnUnconfirmedAddressFromTheWrongPassword() {
    pool.add(EmailAddress.of("new@example.com"), new Password(PASSWORD), false);

    signIn("new@example.com", "Wrong-horse-7")
        .then()
        .statusCode(401)
        .body("code", equalTo("bad-credentials"));
  }

  @Test
  void asksForTheSecondFactor() {
    pool.askForSecondFactor();

    signIn(ADA, PASSWORD)
        .then()
        .statusCode(200)
        .body("challenge", equalTo("SOFTWARE_TOKEN_MFA"))
        .body("session", notNullValue())
        .body("accessToken", nullValue());
  }

  @Test
  void beginsTheSessionByTheSecondFactor() {
    answerChallenge("a-session", "123456")
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("accessToken", equalTo("access"));
  }

  @Test
  void givesABrowserItsCookieAfterTheSecondFactor() {
    browser()
        .contentType(ContentType.JSON)
        .body(Map.of("email", ADA, "session", "a-session", "code", "123456"))
        .post("/api/v1/auth/challenge")
        .then()
        .cookie(COOKIE, notNullValue())
        .body("refreshToken", nullValue());
  }

  @ParameterizedTest
  @CsvSource({
    "a-session, 111111, 401, code-mismatch",
    "another, 123456, 401, challenge-expired",
    "a-session, 12345, 400, invalid-request",
    "'', 123456, 400, invalid-request",
  })
  void saysWhyTheSecondFactorWasRefused(String session, String code, int status, String problem) {
    answerChallenge(session, code).then().statusCode(status).body("code", equalTo(problem));
  }

  @Test
  void tellsOfASuspensionOnlyToTheRightPassword() {
    pool.disable(EmailAddress.of(ADA));

    signIn(ADA, PASSWORD).then().statusCode(403).body("code", equalTo("account-suspended"));
    signIn(ADA, "Wrong-horse-7").then().statusCode(401).body("code", equalTo("bad-credentials"));
  }

  @Test
  void endsEverySession() {
    var id = pool.find(EmailAddress.of(ADA)).orElseThrow().id();

    var cookie =
        browser()
            .auth()
            .oauth2(TestTokens.access(id))
            .post("/api/v1/auth/sign-out-everywhere")
            .then()
            .statusCode(204)
            .extract()
            .detailedCookie(COOKIE);

    assertThat(directory.isSignedOut(id)).isTrue();
    assertThat(cookie.getMaxAge()).isZero();
  }

  @Test
  void endsEverySessionOnlyForWhomeverTheyAre() {
    browser().post("/api/v1/auth/sign-out-everywhere").then().statusCode(401);
  }

  /** The web app sends none here; another client's may have run out, which is why it refreshes. */
  @Test
  void renewsASessionBesideAStaleAccessToken() {
    var token = browserSignIn().cookie(COOKIE);

    browser()
        .header("Authorization", "Bearer stale")
        .cookie(COOKIE, token)
        .post("/api/v1/auth/refresh")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://albumen.example, 401",
    "Sec-Fetch-Site, same-origin, 401",
    "Origin, https://evil.example, 403",
    "Origin, http://albumen.example, 403",
    "Origin, null, 403",
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, same-site, 403",
    "Sec-Fetch-Site, none, 403",
  })
  void letsTheCookieCountOnOurOwnPagesOnly(String header, String value, int status) {
    browser()
        .cookie(COOKIE, "stale")
        .header(header, value)
        .post("/api/v1/auth/refresh")
        .then()
        .statusCode(status);
  }

  @Test
  void saysWhenToTryAgainWhileThePoolIsDown() {
    pool.goDown();

    signIn(ADA, PASSWORD)
        .then()
        .statusCode(503)
        .header("Retry-After", "5")
        .body("code", equalTo("accounts-unavailable"));
  }

  @Test
  void renewsABrowsersSessionByItsCookie() {
    var token = browserSignIn().cookie(COOKIE);

    browser()
        .cookie(COOKIE, token)
        .post("/api/v1/auth/refresh")
        .then()
        .statusCode(200)
        .cookie(COOKIE, not(equalTo(token)))
        .body("accessToken", equalTo("access"))
        .body("refreshToken", nullValue());
  }

  @Test
  void takesTheCookieBesideAnEmptyBody() {
    var token = browserSignIn().cookie(COOKIE);

    browser()
        .cookie(COOKIE, token)
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/api/v1/auth/refresh")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"refresh", "sign-out"})
  void refusesTheCookieWithoutTheHeader(String call) {
    var token = browserSignIn().cookie(COOKIE);

    given()
        .noContentType()
        .cookie(COOKIE, token)
        .post("/api/v1/auth/" + call)
        .then()
        .statusCode(403)
        .body("code", equalTo("csrf"));
  }

  @Test
  void leavesTheSessionAloneWhenTheHeaderIsMissing() {
    var token = browserSignIn().cookie(COOKIE);

    given().noContentType().cookie(COOKIE, token).post("/api/v1/auth/sign-out");

    browser().cookie(COOKIE, token).post("/api/v1/auth/refresh").then().statusCode(200);
  }

  @Test
  void makesABrowserForgetACookieThatIsNoLongerGood() {
    var cookie =
        browser()
            .cookie(COOKIE, "stale")
            .post("/api/v1/auth/refresh")
            .then()
            .statusCode(401)
            .body("code", equalTo("session-ended"))
            .extract()
            .detailedCookie(COOKIE);

    assertThat(cookie.getMaxAge()).isZero();
  }

  @Test
  void keepsTheCookieWhileThePoolIsDown() {
    pool.goDown();

    browser()
        .cookie(COOKIE, "good")
        .post("/api/v1/auth/refresh")
        .then()
        .statusCode(503)
        .header("Set-Cookie", nullValue());
  }

  @Test
  void renewsASessionByTheTokenInTheBody() {
    String token = signIn(ADA, PASSWORD).path("refreshToken");

    json(Map.of("refreshToken", token))
        .post("/api/v1/auth/refresh")
        .then()
        .statusCode(200)
        .header("Set-Cookie", nullValue())
        .body("refreshToken", not(equalTo(token)));
  }

  @Test
  void refusesToRenewWithoutAnyToken() {
    browser().post("/api/v1/auth/refresh").then().statusCode(401);
  }

  @Test
  void endsABrowsersSession() {
    var token = browserSignIn().cookie(COOKIE);

    browser().cookie(COOKIE, token).post("/api/v1/auth/sign-out").then().statusCode(204);

    browser().cookie(COOKIE, token).post("/api/v1/auth/refresh").then().statusCode(401);
  }

  @Test
  void clearsTheCookieOnSignOut() {
    var cookie =
        browser().cookie(COOKIE, "stale").post("/api/v1/auth/sign-out").detailedCookie(COOKIE);

    assertThat(cookie.getMaxAge()).isZero();
  }

  @Test
  void signsOutWhoIsNotSignedIn() {
    browser().post("/api/v1/auth/sign-out").then().statusCode(204);
  }

  @Test
  void namesEveryMissingField() {
    json(Map.of())
        .post("/api/v1/auth/sign-in")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body("errors.path", equalTo(List.of("email", "password")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{\"email\": 1, \"password\": \"x\"}"})
  void refusesBodiesThatAreNoSignIn(String body) {
    given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/v1/auth/sign-in")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void takesNoFormThatAnotherSiteMaySend() {
    given()
        .contentType("text/plain")
        .body("{\"email\":\"ada@example.com\",\"password\":\"Correct-horse-7\"}")
        .post("/api/v1/auth/sign-in")
        .then()
        .statusCode(415);
  }

  private static Response signIn(String email, String password) {
    return json(Map.of("email", email, "password", password)).post("/api/v1/auth/sign-in");
  }

  private static Response answerChallenge(String session, String code) {
    return json(Map.of("email", ADA, "session", session, "code", code))
        .post("/api/v1/auth/challenge");
  }

  private static Response browserSignIn() {
    return browser()
        .contentType(ContentType.JSON)
        .body(Map.of("email", ADA, "password", PASSWORD))
        .post("/api/v1/auth/sign-in");
  }

  private static RequestSpecification browser() {
    return given().noContentType().header("X-Albumen-Client", "web");
  }

  private static RequestSpecification json(Object body) {
    return given().contentType(ContentType.JSON).body(body);
  }
}
