package io.albumen.auth;

import static io.albumen.auth.Person.AUTH;
import static io.albumen.auth.Person.COOKIE;
import static io.albumen.auth.Person.ME;
import static io.albumen.auth.Person.as;
import static io.albumen.auth.Person.browser;
import static io.albumen.auth.Person.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Headers;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;

/** Attacks on accounts and sessions, each of which must come to nothing. */
@QuarkusTest
@OnLocalAws
class IdentityAttackTest {
  private static final String EVIL = "evil.example";
  private static final String NEW_PASSWORD = "Battery-staple-8";

  /** Attack 2. */
  @Test
  void forgedHostDoesNotShowInTheMailOfAReset() {
    var ada = Person.confirmed();

    var answer =
        given()
            .headers("Host", EVIL, "X-Forwarded-Host", EVIL, "Forwarded", "host=" + EVIL)
            .contentType(ContentType.JSON)
            .body(Map.of("email", ada.email()))
            .post(AUTH + "forgot-password");

    assertThat(
            textOf(answer.headers())
                + answer.asString()
                + LocalStack.mailbox().textFor(ada.email()))
        .doesNotContain(EVIL);
  }

  /** Attack 2. */
  @Test
  void forgedHostDoesNotShowInTheCookie() {
    var ada = Person.confirmed();

    var answer =
        browser()
            .headers("Host", EVIL, "X-Forwarded-Host", EVIL)
            .contentType(ContentType.JSON)
            .body(Map.of("email", ada.email(), "password", ada.password()))
            .post(AUTH + "sign-in");

    assertThat(answer.detailedCookie(COOKIE).getDomain()).isNull();
  }

  /** Attack 3. */
  @Test
  void signUpInOtherLettersMakesNoSecondAccount() {
    var ada = Person.confirmed();
    var shouted = new Person(ada.email().toUpperCase(Locale.ROOT), NEW_PASSWORD);

    shouted.signUp().then().statusCode(202);

    shouted.signIn().then().statusCode(401);
    ada.signIn().then().statusCode(200);
  }

  /** Attack 3: Cyrillic, full-width, and a dotless i that some lower-casing makes of I. */
  @ParameterizedTest
  @ValueSource(
      strings = {"аda@example.com", "ada＠example.com", "adı@example.com", "ada@exаmple.com"})
  void signUpInLookAlikeLettersIsRefused(String email) {
    new Person(email, NEW_PASSWORD).signUp().then().statusCode(400);
  }

  /** Attack 3. */
  @ParameterizedTest
  @ValueSource(strings = {"roles", "email", "email_verified", "custom:role", "mfaEnabled", "id"})
  void profileChangeOfMoreThanTheProfileChangesNothing(String member) {
    var token = Person.confirmed().accessToken();
    var before = as(token).get(ME).asString();

    as(token).body(Map.of(member, "admin")).patch(ME).then().statusCode(400);

    assertThat(as(token).get(ME).asString()).isEqualTo(before);
  }

  /** Attack 3: the pool itself is open to whoever has an access token. */
  @ParameterizedTest
  @CsvSource({
    "email_verified, false",
    "custom:role, admin",
    "cognito:groups, admin",
    "profile, admin",
    "email, admin@example.com",
  })
  void attributeWrittenWithAStolenTokenGrantsNothing(String name, String value) {
    var ada = Person.confirmed();
    write(ada.accessToken(), name, value);

    as(ada.accessToken())
        .get(ME)
        .then()
        .statusCode(200)
        .body("roles", empty())
        .body("email", equalTo(ada.email()));
  }

  /** Attack 4. */
  @Test
  void passwordAloneGivesNoTokenWhereASecondFactorIsDue() {
    var ada = Person.confirmed();
    ada.setUpMfa();

    ada.signIn()
        .then()
        .statusCode(200)
        .body("challenge", equalTo("SOFTWARE_TOKEN_MFA"))
        .body("accessToken", nullValue())
        .body("refreshToken", nullValue())
        .header("Set-Cookie", nullValue());
  }

  /** Attack 4. */
  @Test
  void sessionOfAChallengeIsNoToken() {
    var ada = Person.confirmed();
    ada.setUpMfa();
    String session = ada.signIn().path("session");

    as(session).get(ME).then().statusCode(401);
    post("refresh", Map.of("refreshToken", session)).then().statusCode(401);
  }

  /** Attack 4. */
  @Test
  void challengeOfAnotherIsNotAnsweredByOnesOwnApp() {
    var eve = Person.confirmed();
    var app = eve.setUpMfa();
    var ada = Person.confirmed();
    ada.setUpMfa();
    String session = ada.signIn().path("session");

    eve.answerChallenge(session, app.code(0))
        .then()
        .statusCode(401)
        .body("code", equalTo("challenge-expired"));
  }

  /** Attack 4. */
  @Test
  void codeCountsOnce() {
    var ada = Person.confirmed();
    var app = ada.setUpMfa();
    var code = app.code(0);
    String first = ada.signIn().path("session");
    String second = ada.signIn().path("session");
    ada.answerChallenge(first, code).then().statusCode(200);

    ada.answerChallenge(second, code).then().statusCode(401).body("code", equalTo("code-mismatch"));
  }

  /** Attack 4. */
  @Test
  void codesCannotBeGuessed() {
    var ada = Person.confirmed();
    var app = ada.setUpMfa();
    String session = ada.signIn().path("session");
    for (int i = 0; i < 6; i++) {
      ada.answerChallenge(session, app.wrongCode());
    }

    ada.answerChallenge(session, app.code(0))
        .then()
        .statusCode(anyOf(is(401), is(429)))
        .body("accessToken", nullValue());
  }

  /** Attack 4: with a stolen token, one's own app in the place of the owner's. */
  @Test
  void sessionAloneReplacesNoAuthenticator() {
    var ada = Person.confirmed();
    var app = ada.setUpMfa();
    String session = ada.signIn().path("session");
    String token = ada.answerChallenge(session, app.code(0)).path("accessToken");

    as(token)
        .post(ME + "/mfa/totp")
        .then()
        .statusCode(409)
        .body("code", equalTo("mfa-already-enabled"));
  }

  /** Attack 4. */
  @Test
  void secondFactorIsNotTurnedOffWithoutThePassword() {
    var ada = Person.confirmed();
    var token = ada.accessToken();
    ada.setUpMfa();

    as(token)
        .body(Map.of("password", NEW_PASSWORD))
        .delete(ME + "/mfa/totp")
        .then()
        .statusCode(403)
        .body("code", equalTo("wrong-password"));
    as(token).get(ME).then().body("mfaEnabled", equalTo(true));
  }

  /** What must end every session. */
  private enum End {
    RESET {
      @Override
      void of(Person person) {
        post("forgot-password", Map.of("email", person.email()));
        post(
                "reset-password",
                Map.of(
                    "email",
                    person.email(),
                    "code",
                    person.mailedCode(),
                    "newPassword",
                    NEW_PASSWORD))
            .then()
            .statusCode(204);
      }
    },
    CHANGE {
      @Override
      void of(Person person) {
        as(person.accessToken())
            .body(Map.of("oldPassword", person.password(), "newPassword", NEW_PASSWORD))
            .post(AUTH + "change-password")
            .then()
            .statusCode(200);
      }
    },
    SIGN_OUT {
      @Override
      void of(Person person) {
        as(person.accessToken()).post(AUTH + "sign-out-everywhere").then().statusCode(204);
      }
    };

    abstract void of(Person person);
  }

  /** Attack 5. */
  @ParameterizedTest
  @EnumSource(End.class)
  void stolenRefreshTokenDiesWithEverySession(End end) {
    var ada = Person.confirmed();
    String token = ada.signIn().path("refreshToken");
    var cookie = ada.cookie();

    end.of(ada);

    post("refresh", Map.of("refreshToken", token)).then().statusCode(401);
    browser().cookie(COOKIE, cookie).post(AUTH + "refresh").then().statusCode(401);
  }

  /** Attack 5: the pool too takes the access token no longer. */
  @ParameterizedTest
  @EnumSource(End.class)
  void stolenAccessTokenChangesNothingAfterwards(End end) {
    var ada = Person.confirmed();
    var token = ada.accessToken();

    end.of(ada);

    as(token).body(Map.of("displayName", "Eve")).patch(ME).then().statusCode(401);
  }

  /** Attack 7. */
  @ParameterizedTest
  @CsvSource({
    "refresh, Origin, https://evil.example",
    "refresh, Origin, null",
    "refresh, Origin, https://albumen.example.evil.example",
    "refresh, Sec-Fetch-Site, cross-site",
    "refresh, Sec-Fetch-Site, same-site",
    "sign-out, Origin, https://evil.example",
    "sign-out, Sec-Fetch-Site, cross-site",
  })
  void cookieCallFromAnotherSiteDoesNothing(String call, String header, String value) {
    var cookie = Person.confirmed().cookie();

    browser()
        .cookie(COOKIE, cookie)
        .header(header, value)
        .post(AUTH + call)
        .then()
        .statusCode(403)
        .body("code", equalTo("csrf"))
        .header("Access-Control-Allow-Origin", nullValue());

    browser()
        .cookie(COOKIE, cookie)
        .header("Sec-Fetch-Site", "same-origin")
        .post(AUTH + "refresh")
        .then()
        .statusCode(200)
        .cookie(COOKIE, not(equalTo(cookie)));
  }

  /** Attack 7: a form needs no permission to be sent, but cannot set a header. */
  @ParameterizedTest
  @ValueSource(strings = {"refresh", "sign-out"})
  void formOfAnotherSiteDoesNothing(String call) {
    var cookie = Person.confirmed().cookie();

    given()
        .contentType("application/x-www-form-urlencoded")
        .cookie(COOKIE, cookie)
        .post(AUTH + call)
        .then()
        .statusCode(anyOf(is(403), is(415)));

    browser().cookie(COOKIE, cookie).post(AUTH + "refresh").then().statusCode(200);
  }

  /** Whatever the pool answers. */
  private static void write(String accessToken, String name, String value) {
    var attribute = AttributeType.builder().name(name).value(value).build();
    try (var cognito = LocalStack.cognito()) {
      cognito.updateUserAttributes(
          update -> update.accessToken(accessToken).userAttributes(attribute));
    } catch (AwsServiceException e) {
      assertThat(e.statusCode()).isEqualTo(400);
    }
  }

  private static String textOf(Headers headers) {
    return headers.asList().toString();
  }
}
