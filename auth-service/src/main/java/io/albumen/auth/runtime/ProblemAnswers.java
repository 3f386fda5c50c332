package io.albumen.auth.runtime;

import io.albumen.common.Problem;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Completes the contract: every failure is a {@link Problem}. Endpoints list only the codes that
 * are their own; what may befall any call is added here.
 */
@OpenAPIDefinition(
    info = @Info(title = "auth-service", version = "v1"),
    components = @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)))
public final class ProblemAnswers implements OASFilter {
  private static final String PROBLEM = "#/components/schemas/Problem";

  @Override
  public void filterOpenAPI(OpenAPI openApi) {
    openApi
        .getPaths()
        .getPathItems()
        .values()
        .forEach(item -> item.getOperations().values().forEach(ProblemAnswers::complete));
  }

  private static void complete(Operation operation) {
    if (operation.getRequestBody() != null) {
      add(operation, "400", List.of("malformed-json", "invalid-request"));
      add(operation, "413", List.of("body-too-large"));
      add(operation, "415", List.of("unsupported-media-type"));
    }
    add(operation, "429", List.of("rate-limited"));
    add(operation, "500", List.of("internal"));
    add(operation, "503", List.of("accounts-unavailable"));
    operation.getResponses().getAPIResponses().forEach(ProblemAnswers::describe);
  }

  private static void add(Operation operation, String status, List<String> codes) {
    var known = operation.getResponses().getAPIResponse(status);
    var response = known == null ? OASFactory.createAPIResponse() : known;
    for (var code : codes) {
      var described = response.getDescription();
      response.setDescription(
          described == null ? "`%s`".formatted(code) : "%s, `%s`".formatted(described, code));
    }
    operation.getResponses().addAPIResponse(status, response);
  }

  private static void describe(String status, APIResponse response) {
    if (Integer.parseInt(status) >= 400) {
      var schema = OASFactory.createSchema().ref(PROBLEM);
      response.setContent(
          OASFactory.createContent()
              .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schema)));
    }
    if (status.equals("429") || status.equals("503")) {
      response.setHeaders(
          Map.of(
              "Retry-After",
              OASFactory.createHeader()
                  .description("Seconds until a further try may do better")
                  .schema(
                      OASFactory.createSchema()
                          .addType(
                              org.eclipse.microprofile.openapi.models.media.Schema.SchemaType
                                  .INTEGER))));
    }
  }
}
