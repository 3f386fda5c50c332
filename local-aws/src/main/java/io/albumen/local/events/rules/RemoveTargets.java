package io.albumen.local.events.rules;

import io.albumen.local.events.Buses;
import java.util.List;

/** Takes targets from a rule, and names those it did not have. */
final class RemoveTargets extends RuleOperation {

  RemoveTargets(Buses buses) {
    super(buses);
  }

  @Override
  public Outcome run(Input input) {
    var ids = input.ids() == null ? List.<String>of() : input.ids();
    var missing =
        buses.removeTargets(rule(input), ids).stream()
            .map(id -> new FailedEntry(id, "ResourceNotFoundException", "Target does not exist."))
            .toList();
    return new Outcome(missing.size(), missing);
  }
}
