package io.albumen.auth.mfa;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.albumen.auth.OnFakes;
import io.albumen.auth.announcement.RecordingAccountEvents;
import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.InMemoryUserPool;
import io.albumen.auth.pool.Password;
import io.albumen.common.UserId;
import io.albumen.common.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(OnFakes.class)
class TotpResourceTest {
  private static final String PATH = "/api/v1/users/me/mfa/totp";
  private static final String PASSWORD = "Correct-horse-7";

  @Inject InMemoryUserPool pool;
  @Inject InMemorySoftwareTokens tokens;
  @Inject RecordingAccountEvents events;
  private UserId ada = new UserId(UUID.randomUUID());

  @BeforeEach
  void addAda() {
    pool.clear();
    tokens.clear();
    events.clear();
    ada = pool.add(EmailAddress.of("ada@example.com"), new Password(PASSWORD), true);
  }

  @Test
  void handsOutASecretThatNobodyKeeps() {
    asAda()
        .post(PATH)
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("secret", equalTo("JBSWY3DPEHPK3PXP"))
        .body(
            "otpauthUri",
            equalTo(
                "otpauth://totp/Albumen:ada%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=Albumen"));
  }

  @Test
  void showsInTheProfileThatCodesAreAskedFor() {
    turnOn();

    asAda().get("/api/v1/users/me").then().body("mfaEnabled", equalTo(true));
  }

  @ParameterizedTest
  @CsvSource({"111111, code-mismatch", "12345, invalid-request", "'', invalid-request"})
  void namesTheCodeThatIsWrong(String code, String problem) {
    asAda().post(PATH);

    asAda()
        .body(Map.of("code", code))
        .post(PATH + "/verify")
        .then()
        .statusCode(400)
        .body("code", equalTo(problem))
        .body("errors.path", hasItem("code"));
  }

  @Test
  void takesACodeTypedWithSpaceAround() {
    asAda().post(PATH);

    asAda().body(Map.of("code", " 123456 ")).post(PATH + "/verify").then().statusCode(204);
  }

  @Test
  void wantsASecretBeforeACode() {
    asAda()
        .body(Map.of("code", "123456"))
        .post(PATH + "/verify")
        .then()
        .statusCode(409)
        .body("code", equalTo("totp-not-begun"));
  }

  @Test
  void turnsOffByThePassword() {
    turnOn();

    asAda().body(Map.of("password", PASSWORD)).delete(PATH).then().statusCode(204);

    asAda().get("/api/v1/users/me").then().body("mfaEnabled", equalTo(false));
  }

  @Test
  void namesThePasswordThatIsWrong() {
    turnOn();

    asAda()
        .body(Map.of("password", "Wrong-horse-7"))
        .delete(PATH)
        .then()
        .statusCode(403)
        .body("code", equalTo("wrong-password"))
        .body("errors.path", hasItem("password"));
  }

  @Test
  void wantsAToken() {
    given().contentType(ContentType.JSON).post(PATH).then().statusCode(401);
  }

  private void turnOn() {
    asAda().post(PATH);
    asAda().body(Map.of("code", "123456")).post(PATH + "/verify").then().statusCode(204);
  }

  private RequestSpecification asAda() {
    return given().auth().oauth2(TestTokens.access(ada)).contentType(ContentType.JSON);
  }
}
