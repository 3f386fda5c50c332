package io.albumen.common.openapi;

import io.albumen.common.Problem;
import io.albumen.common.ProblemConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Completes a service's contract: every failure is a {@link Problem}. Endpoints list only the codes
 * that are their own; what may befall any call is added here.
 */
public final class ProblemAnswers implements OASFilter {
  /** Answers that Quarkus adds by itself, without saying anything. */
  private static final Map<String, String> MADE_UP =
      Map.of("400", "Bad Request", "401", "Not Authorized", "403", "Not Allowed");

  private static final String PROBLEM = "#/components/schemas/Problem";

  /** Called by the gateway, which limits; what is not here is called by services alone. */
  private static final String PUBLIC = "/api/";

  private final String unavailable =
      ConfigProvider.getConfig()
          .getOptionalValue(ProblemConfig.UNAVAILABLE, String.class)
          .orElse(ProblemConfig.DEFAULT_UNAVAILABLE);

  private final boolean bars =
      ConfigProvider.getConfig().getOptionalValue(ProblemConfig.BARS, Boolean.class).orElse(false);

  @Override
  public void filterOpenAPI(OpenAPI openApi) {
    openApi
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations().values().forEach(operation -> complete(path, operation)));
  }

  private void complete(String path, Operation operation) {
    MADE_UP.forEach((status, description) -> forget(operation, status, description));
    addRefusals(operation);
    if (operation.getRequestBody() != null) {
      add(operation, "400", List.of("malformed-json", "invalid-request"));
      add(operation, "413", List.of("body-too-large"));
      add(operation, "415", List.of("unsupported-media-type"));
    } else if (isAsked(operation)) {
      add(operation, "400", List.of("invalid-request"));
    }
    if (path.startsWith(PUBLIC)) {
      add(operation, "429", List.of("rate-limited"));
    }
    add(operation, "500", List.of("internal"));
    add(operation, "503", List.of(unavailable));
    var responses = operation.getResponses();
    if (responses.getDefaultValue() == null) {
      responses.setDefaultValue(OASFactory.createAPIResponse().description("Any other failure"));
    }
    responses.getAPIResponses().forEach(ProblemAnswers::describe);
    responses.setAPIResponses(new TreeMap<>(responses.getAPIResponses()));
  }

  private static void forget(Operation operation, String status, String description) {
    var made = operation.getResponses().getAPIResponse(status);
    if (made != null && description.equals(made.getDescription())) {
      operation.getResponses().removeAPIResponse(status);
    }
  }

  private void addRefusals(Operation operation) {
    var required = operation.getSecurity();
    if (required == null || required.isEmpty()) {
      return;
    }
    add(operation, "401", List.of("unauthenticated", "invalid-token"));
    var roles = required.stream().flatMap(one -> one.getSchemes().values().stream());
    if (roles.anyMatch(names -> !names.isEmpty())) {
      add(operation, "403", List.of("forbidden"));
    }
    if (bars) {
      add(operation, "403", List.of("account-suspended", "account-closed"));
    }
  }

  private static boolean isAsked(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream()
            .anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY);
  }

  private static void add(Operation operation, String status, List<String> codes) {
    var known = operation.getResponses().getAPIResponse(status);
    var response = known == null ? OASFactory.createAPIResponse() : known;
    for (var code : codes) {
      var quoted = "`%s`".formatted(code);
      var described = response.getDescription();
      if (described == null) {
        response.setDescription(quoted);
      } else if (!described.contains(quoted)) {
        response.setDescription("%s, %s".formatted(described, quoted));
      }
    }
    operation.getResponses().addAPIResponse(status, response);
  }

  private static void describe(String status, APIResponse response) {
    if (status.startsWith("4") || status.startsWith("5") || status.equals("default")) {
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
