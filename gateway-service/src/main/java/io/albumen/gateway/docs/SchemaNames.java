package io.albumen.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds names of schemas by which services mean different things, and tells them apart. */
final class SchemaNames {
  private SchemaNames() {}

  static void settle(List<Contract> contracts) {
    var clashing = clashing(contracts);
    var taken = new HashSet<String>();
    contracts.forEach(contract -> contract.schemas().fieldNames().forEachRemaining(taken::add));
    for (var contract : contracts) {
      var names = new TreeMap<String, String>();
      clashing.stream()
          .filter(contract.schemas()::has)
          .forEach(name -> names.put(name, free(contract.prefix() + name, taken)));
      contract.rename(names);
    }
  }

  private static String free(String name, Set<String> taken) {
    if (!taken.add(name)) {
      throw new IllegalStateException("the schema name %s is taken".formatted(name));
    }
    return name;
  }

  /** Names defined in two ways, or in one way by names that are. */
  private static Set<String> clashing(List<Contract> contracts) {
    var definitions = new HashMap<String, Set<JsonNode>>();
    for (var contract : contracts) {
      for (var schema : contract.schemas().properties()) {
        definitions.computeIfAbsent(schema.getKey(), _ -> new HashSet<>()).add(schema.getValue());
      }
    }
    var clashing = new TreeSet<String>();
    definitions.forEach(
        (name, forms) -> {
          if (forms.size() > 1) {
            clashing.add(name);
          }
        });
    while (clashing.addAll(leadingTo(clashing, definitions.keySet(), contracts))) {
      // what refers to a name that splits must split too
    }
    return clashing;
  }

  private static List<String> leadingTo(
      Set<String> clashing, Set<String> names, List<Contract> contracts) {
    return names.stream()
        .filter(name -> contracts.stream().filter(c -> c.schemas().has(name)).count() > 1)
        .filter(name -> contracts.stream().anyMatch(c -> c.refersTo(name, clashing)))
        .toList();
  }
}
