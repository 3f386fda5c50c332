package io.albumen.auth.revocation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.albumen.auth.OnFakes;
import io.albumen.common.UserId;
import io.albumen.common.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnFakes.class)
class RevocationResourceTest {
  private static final String PATH = "/internal/revocations";
  private static final UserId ADA = new UserId(UUID.randomUUID());

  @Inject InMemoryRevocationRepository repository;

  @BeforeEach
  void clear() {
    repository.clear();
  }

  @Test
  void tellsTheGatewayWhoseTokensEnded() {
    var notBefore = Instant.parse("2126-03-01T12:00:01Z");
    repository.record(new Revocation(ADA, notBefore), notBefore.plusSeconds(360));

    given()
        .auth()
        .oauth2(TestTokens.service("gateway-service", "auth-service", ADA))
        .get(PATH)
        .then()
        .statusCode(200)
        .body("items.userId", equalTo(List.of(ADA.toString())))
        .body("items.notBefore", equalTo(List.of("2126-03-01T12:00:01.000Z")));
  }

  @Test
  void tellsNobodyElse() {
    given()
        .auth()
        .oauth2(TestTokens.access(ADA, "admin"))
        .get(PATH)
        .then()
        .statusCode(401)
        .body("code", equalTo("invalid-token"));
  }

  @Test
  void tellsNoOtherService() {
    given()
        .auth()
        .oauth2(TestTokens.service("photo-service", "auth-service", ADA))
        .get(PATH)
        .then()
        .statusCode(401);
  }

  @Test
  void wantsAToken() {
    given().get(PATH).then().statusCode(401);
  }
}
