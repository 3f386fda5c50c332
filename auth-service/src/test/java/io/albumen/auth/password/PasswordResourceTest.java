package io.albumen.auth.password;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.albumen.auth.OnFakes;
import io.albumen.auth.directory.InMemoryUserDirectory;
import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.InMemoryUserPool;
import io.albumen.auth.pool.Password;
import io.albumen.common.UserId;
import io.albumen.common.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnFakes.class)
class PasswordResourceTest {
  private static final EmailAddress ADA = EmailAddress.of("ada@example.com");
  private static final String OLD = "Correct-horse-7";
  private static final String NEW = "Battery-staple-8";

  @Inject InMemoryUserPool pool;
  @Inject InMemoryUserDirectory directory;
  private UserId ada = new UserId(UUID.randomUUID());

  @BeforeEach
  void addAda() {
    pool.clear();
    directory.clear();
    ada = pool.add(ADA, new Password(OLD), true);
  }

  @Test
  void takesAForgottenPassword() {
    post("forgot-password", Map.of("email", ADA.value())).then().statusCode(202);

    assertThat(pool.mailed()).containsExactly(ADA);
  }

  @Test
  void setsANewPasswordByTheCode() {
    reset("123456", NEW).then().statusCode(204);

    assertThat(pool.hasPassword(ADA, new Password(NEW))).isTrue();
  }

  @Test
  void namesTheCodeThatIsWrong() {
    reset("111111", NEW)
        .then()
        .statusCode(400)
        .body("code", equalTo("code-mismatch"))
        .body("errors.path", hasItem("code"));
  }

  @Test
  void saysWhatIsWrongWithAPasswordAtAReset() {
    reset("123456", "weak")
        .then()
        .statusCode(400)
        .body("code", equalTo("weak-password"))
        .body("errors.path", hasItem("newPassword"))
        .body("errors.message", hasItem("must have a digit"));
  }

  @Test
  void saysWhatIsWrongWithAPasswordAtAChange() {
    change(asAda(), OLD, "weak")
        .then()
        .statusCode(400)
        .body("code", equalTo("weak-password"))
        .body("errors.path", hasItem("newPassword"));
  }

  @Test
  void answersAChangeAsASignIn() {
    change(asAda(), OLD, NEW)
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("accessToken", notNullValue())
        .body("refreshToken", notNullValue());
  }

  @Test
  void givesABrowserItsFreshCookieOnAChange() {
    change(asAda().header("X-Albumen-Client", "web"), OLD, NEW)
        .then()
        .statusCode(200)
        .cookie("albumen_refresh", notNullValue())
        .body("refreshToken", nullValue());
  }

  @Test
  void asksForTheSecondFactorOnAChange() {
    pool.setMfa(ADA, true);

    change(asAda(), OLD, NEW)
        .then()
        .statusCode(200)
        .body("challenge", equalTo("SOFTWARE_TOKEN_MFA"))
        .body("accessToken", nullValue());
  }

  @Test
  void namesTheOldPasswordThatIsWrong() {
    change(asAda(), NEW, NEW)
        .then()
        .statusCode(403)
        .body("code", equalTo("wrong-password"))
        .body("errors.path", hasItem("oldPassword"));
  }

  @Test
  void wantsATokenForAChange() {
    change(given().contentType(ContentType.JSON), OLD, NEW).then().statusCode(401);
  }

  @Test
  void saysWhenToTryAgainWhileThePoolIsDown() {
    pool.goDown();

    reset("123456", NEW)
        .then()
        .statusCode(503)
        .header("Retry-After", "5")
        .body("code", equalTo("accounts-unavailable"));
  }

  private static Response reset(String code, String password) {
    return post(
        "reset-password", Map.of("email", ADA.value(), "code", code, "newPassword", password));
  }

  private static Response change(RequestSpecification caller, String old, String wanted) {
    return caller
        .body(Map.of("oldPassword", old, "newPassword", wanted))
        .post("/api/v1/auth/change-password");
  }

  private static Response post(String call, Map<String, String> body) {
    return given().contentType(ContentType.JSON).body(body).post("/api/v1/auth/" + call);
  }

  private RequestSpecification asAda() {
    return given().auth().oauth2(TestTokens.access(ada)).contentType(ContentType.JSON);
  }
}
