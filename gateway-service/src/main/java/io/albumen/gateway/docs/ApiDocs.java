package io.albumen.gateway.docs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.albumen.gateway.problem.Failure;
import io.albumen.gateway.problem.Problems;
import io.albumen.gateway.routing.RoutingConfig;
import io.albumen.gateway.server.ServerConfig;
import io.albumen.gateway.web.Asset;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers {@code /api/openapi.json} with the services' contracts as one, and {@code /api/docs} with
 * a page that shows it. Everything is made at its first use and kept.
 */
@ApplicationScoped
public class ApiDocs {
  private static final String CONTRACT = "/api/openapi.json";
  private static final String PAGE = "/api/docs";
  private static final String OWN_SERVICE = "gateway-service";
  private static final String SWAGGER = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

  /** By file name: whether it is Swagger UI's; all others are our own. */
  private static final Map<String, Boolean> FILES =
      Map.of(
          "index.html", false,
          "docs.js", false,
          "docs.css", false,
          "swagger-ui.css", true,
          "swagger-ui-bundle.js", true);

  private final Vertx vertx;
  private final Problems problems;
  private final ObjectMapper json;
  private final Set<String> services;
  private final String version;
  private final Map<String, Asset> made = new ConcurrentHashMap<>();

  ApiDocs(
      Vertx vertx,
      Problems problems,
      ObjectMapper json,
      RoutingConfig routing,
      ServerConfig server) {
    this.vertx = vertx;
    this.problems = problems;
    this.json = json;
    this.services = new TreeSet<>(routing.routes().keySet());
    this.services.add(OWN_SERVICE);
    this.version = server.version();
  }

  /** Whether a path is for {@link #handle}. */
  public boolean owns(String path) {
    return path.equals(CONTRACT) || path.equals(PAGE) || path.startsWith(PAGE + "/");
  }

  public void handle(HttpServerRequest request) {
    if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD) {
      request.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
      problems.answer(Failure.METHOD_NOT_ALLOWED, request);
      return;
    }
    var name = nameOf(request.path());
    var known = made.get(name);
    if (known != null) {
      known.answer(request);
    } else if (name.equals(CONTRACT) || FILES.containsKey(name)) {
      vertx
          .executeBlocking(() -> made.computeIfAbsent(name, this::make), false)
          .onSuccess(asset -> asset.answer(request))
          .onFailure(_ -> problems.answer(Failure.SERVICE_UNAVAILABLE, request));
    } else {
      problems.answer(Failure.NOT_FOUND, request);
    }
  }

  private static String nameOf(String path) {
    if (path.equals(CONTRACT)) {
      return CONTRACT;
    }
    return path.equals(PAGE) ? "index.html" : path.substring(PAGE.length() + 1);
  }

  private Asset make(String name) {
    try {
      var bytes = name.equals(CONTRACT) ? json.writeValueAsBytes(contract()) : file(name);
      return Asset.of(name, bytes, Optional.empty(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode contract() throws IOException {
    var yaml = new YAMLMapper();
    var contracts = new ArrayList<Contract>();
    for (var service : services) {
      var document = yaml.readTree(resource("contracts/" + service + ".yaml"));
      contracts.add(new Contract(service, (ObjectNode) document));
    }
    return ContractMerger.merge(List.copyOf(contracts), version);
  }

  private static byte[] file(String name) throws IOException {
    if (!FILES.getOrDefault(name, false)) {
      return resource("docs/" + name);
    }
    var swagger = new Properties();
    swagger.load(new ByteArrayInputStream(resource(SWAGGER)));
    return resource(
        "META-INF/resources/webjars/swagger-ui/%s/%s"
            .formatted(swagger.getProperty("version"), name));
  }

  private static byte[] resource(String name) throws IOException {
    var loader = Thread.currentThread().getContextClassLoader();
    try (var in = loader.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not packed: " + name);
      }
      return in.readAllBytes();
    }
  }
}
