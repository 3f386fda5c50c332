package io.albumen.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractMergerTest {
  private static final String PHOTO =
      """
      paths:
        /api/v1/media/{id}:
          get:
            operationId: read
            security: [{SecurityScheme: []}]
            responses:
              "200": {content: {application/json: {schema: {$ref: "#/components/schemas/View"}}}}
        /internal/sources:
          post:
            requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Secret"}}}}
            responses: {}
      components:
        schemas:
          View: {properties: {status: {$ref: "#/components/schemas/Status"}}}
          Status: {enum: [READY]}
          Shared: {type: string}
          Secret: {type: string}
      """;
  private static final String VIDEO =
      """
      paths:
        /api/v1/videos/{id}/content:
          get:
            operationId: read
            responses:
              "200": {content: {application/json: {schema: {$ref: "#/components/schemas/View"}}}}
          delete:
            responses: {"204": {}}
      components:
        schemas:
          View: {properties: {status: {$ref: "#/components/schemas/Status"}}}
          Status: {enum: [QUEUED]}
      """;

  private static Contract contract(String service, String yaml) throws IOException {
    return new Contract(service, (ObjectNode) new YAMLMapper().readTree(yaml));
  }

  private static ObjectNode merged() throws IOException {
    return ContractMerger.merge(
        List.of(contract("photo-service", PHOTO), contract("video-service", VIDEO)), "1.2.3");
  }

  @Test
  void leavesOutWhatIsInternalWithItsSchemas() throws IOException {
    assertThat(merged().toString()).doesNotContain("/internal", "Secret");
  }

  @Test
  void tellsSchemasOfOneNameApart() throws IOException {
    var schemas = merged().at("/components/schemas");

    assertThat(schemas.at("/PhotoStatus/enum/0").asText()).isEqualTo("READY");
    assertThat(schemas.at("/VideoStatus/enum/0").asText()).isEqualTo("QUEUED");
    assertThat(schemas.has("Status")).isFalse();
  }

  @Test
  void tellsSchemasApartThatReferToSuch() throws IOException {
    var merged = merged();

    assertThat(merged.at("/components/schemas/PhotoView/properties/status/$ref").asText())
        .isEqualTo("#/components/schemas/PhotoStatus");
    assertThat(
            merged
                .at(
                    "/paths/~1api~1v1~1videos~1{id}~1content/get/responses/200"
                        + "/content/application~1json/schema/$ref")
                .asText())
        .isEqualTo("#/components/schemas/VideoView");
  }

  @Test
  void keepsOneOfSchemasThatAreTheSame() throws IOException {
    var other = VIDEO.replace("QUEUED", "READY");

    var merged =
        ContractMerger.merge(
            List.of(contract("photo-service", PHOTO), contract("video-service", other)), "1");

    assertThat(merged.at("/components/schemas").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("View", "Status");
  }

  @Test
  void namesEveryOperationOnce() throws IOException {
    assertThat(merged().findValuesAsText("operationId"))
        .containsExactlyInAnyOrder("read", "readVideo", "deleteVideosByIdContent");
  }

  @Test
  void saysOfEachOperationWhetherItNeedsAToken() throws IOException {
    var paths = merged().at("/paths");

    assertThat(paths.at("/~1api~1v1~1media~1{id}/get/security/0").has("bearer")).isTrue();
    assertThat(paths.at("/~1api~1v1~1videos~1{id}~1content/get/security")).isEmpty();
  }

  @Test
  void refusesASegmentOfTwoServices() throws IOException {
    var theirs = contract("video-service", PHOTO.replace("{id}", "{name}"));

    assertThatThrownBy(
            () -> ContractMerger.merge(List.of(contract("photo-service", PHOTO), theirs), "1"))
        .isInstanceOf(IllegalStateException.class);
  }
}
