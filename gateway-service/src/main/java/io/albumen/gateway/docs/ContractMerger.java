package io.albumen.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Makes one document of the services' contracts. Schemas that mean the same under one name are one;
 * where two services mean different things by a name, each gets its service's name before it.
 */
final class ContractMerger {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final Pattern SEGMENT = Pattern.compile("/api/v1/(admin/[^/]+|[^/]+)(?:/.*)?");
  private static final String DESCRIPTION =
      """
      Photos, videos and sound, kept in their owner's own AWS account.

      Every failure is `application/problem+json` (RFC 9457) with a stable `code`. Lists are paged \
      by `limit` and `cursor`. Calls that come too fast are answered 429 with `Retry-After` and \
      the `RateLimit` fields. Media bytes never pass through this API: it hands out signed URLs.
      """;

  private final ObjectNode merged = JsonNodeFactory.instance.objectNode();
  private final Set<String> operationIds = new HashSet<>();
  private final Map<String, String> tags = new TreeMap<>();

  private ContractMerger() {}

  /** Takes the contracts apart. */
  static ObjectNode merge(List<Contract> contracts, String version) {
    contracts.forEach(Contract::keepPublic);
    SchemaNames.settle(contracts);
    var merger = new ContractMerger();
    merger.head(version);
    contracts.forEach(merger::add);
    merger.tail();
    return merger.merged;
  }

  private void head(String version) {
    merged.put("openapi", "3.1.0");
    merged
        .putObject("info")
        .put("title", "Albumen")
        .put("version", version)
        .put("description", DESCRIPTION);
    merged.putArray("servers").addObject().put("url", "/");
    merged.putArray("tags");
    merged.putObject("paths");
    var components = merged.putObject("components");
    components.putObject("schemas");
    components
        .putObject("securitySchemes")
        .putObject("bearer")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("bearerFormat", "JWT")
        .put("description", "The `accessToken` that sign-in answers; it lives five minutes.");
    var problem = components.putObject("responses").putObject("Problem");
    problem.put("description", "It failed");
    problem
        .withObject("/content/application~1problem+json/schema")
        .put("$ref", "#/components/schemas/Problem");
  }

  private void add(Contract contract) {
    contract.schemas().properties().forEach(s -> schemas().set(s.getKey(), s.getValue()));
    contract
        .paths()
        .properties()
        .forEach(path -> addPath(contract, path.getKey(), (ObjectNode) path.getValue()));
  }

  private void addPath(Contract contract, String path, ObjectNode item) {
    var segment = SEGMENT.matcher(path);
    if (!segment.matches()) {
      throw new IllegalStateException("%s: odd path %s".formatted(contract.service(), path));
    }
    var tag = segment.group(1);
    if (!contract.service().equals(tags.getOrDefault(tag, contract.service()))) {
      throw new IllegalStateException("%s belongs to two services".formatted(path));
    }
    tags.put(tag, contract.service());
    item.properties().stream()
        .filter(operation -> METHODS.contains(operation.getKey()))
        .forEach(
            operation ->
                describe(
                    contract, tag, path, operation.getKey(), (ObjectNode) operation.getValue()));
    merged.withObject("/paths").set(path, item);
  }

  private void describe(
      Contract contract, String tag, String path, String method, ObjectNode operation) {
    operation.put("operationId", operationId(contract, path, method, operation));
    operation.putArray("tags").add(tag);
    var roles = operation.path("security").path(0);
    var security = operation.putArray("security");
    if (!roles.isEmpty()) {
      security
          .addObject()
          .putArray("bearer")
          .addAll(List.copyOf(roles.valueStream().flatMap(JsonNode::valueStream).toList()));
    }
    var responses = operation.withObject("/responses");
    if (!responses.has("default")) {
      responses.putObject("default").put("$ref", "#/components/responses/Problem");
    }
  }

  private String operationId(Contract contract, String path, String method, ObjectNode operation) {
    var given = operation.path("operationId").asText();
    var id = given.isEmpty() ? OperationIds.of(method, path) : given;
    if (!operationIds.add(id)) {
      id = id + contract.prefix();
      if (!operationIds.add(id)) {
        throw new IllegalStateException("two operations are called " + id);
      }
    }
    return id;
  }

  private ObjectNode schemas() {
    return merged.withObject("/components/schemas");
  }

  private void tail() {
    var list = merged.withArray("tags");
    tags.entrySet().stream()
        .sorted(
            Map.Entry.<String, String>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .forEach(
            tag -> list.addObject().put("name", tag.getKey()).put("description", tag.getValue()));
  }
}
