package io.albumen.auth.runtime;

import io.albumen.common.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Completes the contract: every failure is a {@link Problem}. Endpoints list only the codes that
 * are their own; what may befall any call is added here.
 */
public final class ProblemAnswers implements OASFilter {
  /** Answers that Quarkus adds by itself, without saying anything. */
  private static final Map<String, String> MADE_UP =
      Map.of("400", "Bad Request", "403", "Not Allowed");

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
    var responses = operation.getResponses();
    MADE_UP.forEach(
        (status, description) -> {
          var made = responses.getAPIResponse(status);
          if (made != null && description.equals(made.getDescription())) {
            responses.removeAPIResponse(status);
          }
        });
    if (operation.getRequestBody() != null) {
      add(operation, "400", List.of("malformed-json", "invalid-request"));
      add(operation, "413", List.of("body-too-large"));
      add(operation, "415", List.of("unsupported-media-type"));
    }
    add(operation, "429", List.of("rate-limited"));
    add(operation, "500", List.of("internal"));
    add(operation, "503", List.of("accounts-unavailable"));
    responses.getAPIResponses().forEach(ProblemAnswers::describe);
    responses.setAPIResponses(new TreeMap<>(responses.getAPIResponses()));
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
                  .schema(OASFactory.createSchema().addType(SchemaType.INTEGER))));
    }
  }
}
