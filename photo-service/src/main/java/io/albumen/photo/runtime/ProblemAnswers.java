package io.albumen.photo.runtime;

import io.albumen.common.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/** Says in the contract that every failure, of every call, is a {@link Problem}. */
@OpenAPIDefinition(
    info = @Info(title = "photo-service", version = "v1"),
    components = @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)))
public final class ProblemAnswers implements OASFilter {

  @Override
  public void filterOpenAPI(OpenAPI openApi) {
    openApi.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .forEach(ProblemAnswers::complete);
  }

  private static void complete(Operation operation) {
    var schema = OASFactory.createSchema().ref("#/components/schemas/Problem");
    var problem =
        OASFactory.createContent()
            .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schema));
    for (var status : operation.getResponses().getAPIResponses().entrySet()) {
      if (status.getKey().startsWith("4") || status.getKey().startsWith("5")) {
        status.getValue().setContent(problem);
      }
    }
    operation
        .getResponses()
        .addAPIResponse(
            "default", OASFactory.createAPIResponse().description("Any failure").content(problem));
  }
}
