package io.albumen.gateway.docs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One service's OpenAPI document.
 *
 * @param service as {@code photo-service}
 */
record Contract(String service, ObjectNode document) {
  private static final String SCHEMA = "#/components/schemas/";

  /** As {@code Photo}. */
  String prefix() {
    var name = service.substring(0, service.indexOf('-'));
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  ObjectNode paths() {
    return document.withObject("/paths");
  }

  ObjectNode schemas() {
    return document.withObject("/components/schemas");
  }

  /** Takes away what is not for clients, and the schemas that only that had use for. */
  void keepPublic() {
    for (Iterator<String> paths = paths().fieldNames(); paths.hasNext(); ) {
      if (!paths.next().startsWith("/api/")) {
        paths.remove();
      }
    }
    var used = new TreeSet<String>();
    collect(paths().findValuesAsText("$ref"), used);
    schemas().retain(used);
  }

  private void collect(Iterable<String> references, Set<String> used) {
    for (var reference : references) {
      if (reference.startsWith(SCHEMA)) {
        var name = reference.substring(SCHEMA.length());
        if (used.add(name)) {
          collect(schemas().path(name).findValuesAsText("$ref"), used);
        }
      }
    }
  }

  void rename(Map<String, String> names) {
    document
        .findParents("$ref")
        .forEach(
            parent -> {
              var reference = parent.path("$ref").asText();
              if (reference.startsWith(SCHEMA)) {
                var name = reference.substring(SCHEMA.length());
                ((ObjectNode) parent).put("$ref", SCHEMA + names.getOrDefault(name, name));
              }
            });
    names.forEach((from, to) -> schemas().set(to, schemas().remove(from)));
  }

  /** Whether a schema of this name here leads, by whatever way, to one of these. */
  boolean refersTo(String schema, Set<String> others) {
    return schemas().path(schema).findValuesAsText("$ref").stream()
        .filter(reference -> reference.startsWith(SCHEMA))
        .anyMatch(reference -> others.contains(reference.substring(SCHEMA.length())));
  }
}
