package io.albumen.auth;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** Somebody who uses the service over HTTP, on the embedded stack. */
public record Person(String email, String password) {
  static final String AUTH = "/api/v1/auth/";
  static final String ME = "/api/v1/users/me";
  static final String COOKIE = "albumen_refresh";

  /** Known to nobody yet. */
  public static Person stranger() {
    return new Person("ada-%s@example.com".formatted(UUID.randomUUID()), "Correct-horse-7");
  }

  /** With an account that waits to be confirmed. */
  public static Person unconfirmed() {
    var person = stranger();
    person.signUp();
    return person;
  }

  public static Person confirmed() {
    var person = unconfirmed();
    post("confirm", Map.of("email", person.email, "code", person.mailedCode()))
        .then()
        .statusCode(204);
    return person;
  }

  public static Person disabled() {
    var person = confirmed();
    LocalStack.cognito()
        .adminDisableUser(
            disable ->
                disable.userPoolId(LocalStack.cognitoConfig().userPoolId()).username(person.email));
    return person;
  }

  /** The newest code in the mailbox. */
  public String mailedCode() {
    return LocalStack.mailbox().codeFor(email);
  }

  public Response signUp() {
    return post("sign-up", Map.of("email", email, "password", password, "displayName", "Ada"));
  }

  public Response signIn() {
    return post("sign-in", Map.of("email", email, "password", password));
  }

  public String accessToken() {
    return signIn().path("accessToken");
  }

  /** The refresh token of a new session in a browser. */
  public String cookie() {
    return browser()
        .contentType(ContentType.JSON)
        .body(Map.of("email", email, "password", password))
        .post(AUTH + "sign-in")
        .cookie(COOKIE);
  }

  public Response answerChallenge(String session, String code) {
    return post("challenge", Map.of("email", email, "session", session, "code", code));
  }

  /** Puts an authenticator app to use; the codes of the step before now are used up. */
  public Authenticator setUpMfa() {
    var token = accessToken();
    String secret =
        as(token).post(ME + "/mfa/totp").then().statusCode(200).extract().path("secret");
    var app = new Authenticator(secret);
    as(token)
        .body(Map.of("code", app.code(-1)))
        .post(ME + "/mfa/totp/verify")
        .then()
        .statusCode(204);
    return app;
  }

  static Response post(String call, Map<String, String> body) {
    return given().contentType(ContentType.JSON).body(body).post(AUTH + call);
  }

  static RequestSpecification as(String accessToken) {
    return given().auth().oauth2(accessToken).contentType(ContentType.JSON);
  }

  static RequestSpecification browser() {
    return given().noContentType().header("X-Albumen-Client", "web");
  }

  @Override
  public String toString() {
    return "Person[…]";
  }
}
