package io.albumen.gateway.limit;

import io.albumen.gateway.limit.LimitConfig.CountedBy;
import io.vertx.core.http.HttpMethod;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The calls that have a limit of their own. */
final class LimitedRoutes {
  private static final String API = "/api/v1";
  private static final Pattern CALL = Pattern.compile("([A-Z]+) ((?:/(?:[\\w.-]+|\\{\\w+}))+)");
  private final Map<HttpMethod, Table> tables = new HashMap<>();

  /** What the calls of one name may do; a limit that is absent does not hold. */
  record Route(@Nullable Rate perAddress, @Nullable Rate perUser) {
    static final Route FREE = new Route(null, null);
  }

  private record Template(Pattern path, Route route) {}

  private record Table(Map<String, Route> plain, List<Template> templates) {
    Route find(String path) {
      var route = plain.get(path);
      if (route != null) {
        return route;
      }
      for (var template : templates) {
        if (template.path().matcher(path).matches()) {
          return template.route();
        }
      }
      return Route.FREE;
    }
  }

  LimitedRoutes(Map<String, LimitConfig.Route> config) {
    config.forEach(
        (name, limit) -> {
          var route = route(name, limit);
          limit.calls().forEach(call -> add(name, call, route));
        });
  }

  private static Route route(String name, LimitConfig.Route limit) {
    var byAddress = limit.countedBy() != CountedBy.USER;
    var byUser = limit.countedBy() != CountedBy.ADDRESS;
    return new Route(
        byAddress ? new Rate(name + "-address", limit.permits(), limit.window()) : null,
        byUser ? new Rate(name + "-user", limit.permits(), limit.window()) : null);
  }

  private void add(String name, String call, Route route) {
    var parts = CALL.matcher(call);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "gateway.limits.routes.%s: not a call: %s".formatted(name, call));
    }
    var table =
        tables.computeIfAbsent(
            HttpMethod.valueOf(parts.group(1)), _ -> new Table(new HashMap<>(), new ArrayList<>()));
    var path = API + parts.group(2);
    if (path.contains("{")) {
      var pattern = Pattern.compile(path.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+"));
      table.templates().add(new Template(pattern, route));
    } else {
      table.plain().put(path, route);
    }
  }

  /**
   * @param path as it came: an encoded spelling is the same call to the service
   */
  Route find(HttpMethod method, String path) {
    var table = tables.get(method);
    if (table == null) {
      return Route.FREE;
    }
    return table.find(path.indexOf('%') < 0 ? path : decoded(path));
  }

  /** The path was found well-formed before; a plus sign stays one. */
  private static String decoded(String path) {
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
