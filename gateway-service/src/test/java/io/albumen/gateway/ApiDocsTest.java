package io.albumen.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.testing.TestTokens;
import io.albumen.gateway.routing.RoutingConfig;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real contracts, merged and served. */
@QuarkusTest
@QuarkusTestResource(TestTokens.Keys.class)
@QuarkusTestResource(Upstream.class)
class ApiDocsTest {
  @Inject RoutingConfig routes;

  private static JsonNode contract() throws IOException {
    return new ObjectMapper().readTree(given().get("/api/openapi.json").asByteArray());
  }

  private static List<JsonNode> operations(JsonNode contract) {
    return contract.path("paths").valueStream().flatMap(JsonNode::valueStream).toList();
  }

  @Test
  void everyReferenceLeadsSomewhere() throws IOException {
    var contract = contract();

    assertThat(contract.findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(ref -> assertThat(contract.at(ref.substring(1)).isMissingNode()).isFalse());
  }

  @Test
  void everyOperationHasItsOwnName() throws IOException {
    var ids = operations(contract()).stream().map(o -> o.path("operationId").asText()).toList();

    assertThat(ids).hasSizeGreaterThan(20).doesNotHaveDuplicates().doesNotContain("");
  }

  @Test
  void everyOperationSaysWhatItDoesAndWhoMayCallIt() throws IOException {
    assertThat(operations(contract()))
        .allSatisfy(
            operation -> {
              assertThat(operation.path("summary").asText()).isNotBlank();
              assertThat(operation.path("security").isArray()).isTrue();
              assertThat(operation.path("responses").has("default")).isTrue();
              assertThat(operation.path("tags")).hasSize(1);
            });
  }

  @Test
  void everyTokenIsOfTheOneSchemeDeclared() throws IOException {
    var contract = contract();
    var schemes = new HashSet<String>();
    operations(contract)
        .forEach(
            o -> o.path("security").forEach(s -> s.fieldNames().forEachRemaining(schemes::add)));

    assertThat(schemes).containsExactly("bearer");
    assertThat(contract.at("/components/securitySchemes/bearer/scheme").asText())
        .isEqualTo("bearer");
  }

  @Test
  void everyPathIsRouted() throws IOException {
    var owned =
        Stream.concat(
                routes.routes().values().stream().flatMap(List::stream),
                Stream.of("admin", "server"))
            .toList();

    assertThat(contract().path("paths").fieldNames())
        .toIterable()
        .allSatisfy(path -> assertThat(path.split("/", -1)[3]).isIn(owned));
  }

  @Test
  void everyPlaceholderIsAParameter() throws IOException {
    contract()
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .valueStream()
                    .forEach(
                        operation -> {
                          var names =
                              operation
                                  .path("parameters")
                                  .valueStream()
                                  .filter(p -> p.path("in").asText().equals("path"))
                                  .map(p -> "{" + p.path("name").asText() + "}")
                                  .toList();
                          assertThat(path.getKey().split("/", -1)).containsAll(names);
                          assertThat(path.getKey().chars().filter(c -> c == '{').count())
                              .isEqualTo(names.size());
                        }));
  }

  @Test
  void tellsNothingOfWhatIsInternal() {
    given()
        .get("/api/openapi.json")
        .then()
        .contentType("application/json")
        .body("openapi", equalTo("3.1.0"))
        .body("info.title", equalTo("Albumen"))
        .body(not(containsString("/internal")));
  }

  @Test
  void answersTheContractSmallAndOnce() {
    var answer = given().header("Accept-Encoding", "gzip").get("/api/openapi.json");

    assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    given()
        .header("Accept-Encoding", "gzip")
        .header("If-None-Match", answer.header("ETag"))
        .get("/api/openapi.json")
        .then()
        .statusCode(304);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/docs",
        "/api/docs/docs.js",
        "/api/docs/docs.css",
        "/api/docs/swagger-ui.css",
        "/api/docs/swagger-ui-bundle.js"
      })
  void servesThePageUnderTheStrictPolicy(String path) {
    given()
        .get(path)
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", not(containsString("unsafe")))
        .header("Cache-Control", "no-cache");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/docs/",
        "/api/docs/index.html.br",
        "/api/docs/swagger-ui.js",
        "/api/docs/../../application.properties",
        "/api/docs/%2e%2e/application.properties",
        "/api/docs//api/openapi.json"
      })
  void servesNothingElse(String path) {
    given().urlEncodingEnabled(false).get(path).then().statusCode(404);
  }

  @Test
  void takesNothingIn() {
    given().post("/api/openapi.json").then().statusCode(405).header("Allow", "GET, HEAD");
  }
}
