package io.albumen.common.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.common.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestTokens.Keys.class)
class ProblemAnswersTest {
  private static JsonPath contract() {
    return given().accept("application/json").get("/q/openapi").jsonPath();
  }

  private static Map<String, Map<String, Object>> responses(String call) {
    return contract().getMap("paths." + call + ".responses");
  }

  @Test
  void knowsWhatAProblemIs() {
    assertThat(contract().getMap("components.schemas.Problem.properties"))
        .containsKeys("type", "title", "status", "detail", "code", "requestId", "errors");
  }

  @Test
  void describesEveryFailureAsAProblem() {
    assertThat(responses("'/probe/orders'.post"))
        .containsKeys("200", "400", "413", "415", "500", "503", "default")
        .doesNotContainKeys("401", "403")
        .allSatisfy(
            (status, response) ->
                assertThat(status.equals("200") || response.toString().contains("problem+json"))
                    .isTrue());
  }

  @Test
  void namesTheCodesOfWhoeverMustSignIn() {
    assertThat(responses("'/probe/me'.get").get("401"))
        .containsEntry("description", "`unauthenticated`, `invalid-token`");
    assertThat(responses("'/probe/me'.get")).doesNotContainKey("403");
  }

  @Test
  void namesTheCodeOfWhoeverLacksARole() {
    assertThat(responses("'/probe/admin'.get").get("403"))
        .containsEntry("description", "`forbidden`");
  }
}
