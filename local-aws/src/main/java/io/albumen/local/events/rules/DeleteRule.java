package io.albumen.local.events.rules;

import io.albumen.local.events.Buses;
import java.util.Map;

/** Deletes a rule that has no targets. */
final class DeleteRule extends RuleOperation {

  DeleteRule(Buses buses) {
    super(buses);
  }

  @Override
  public Map<String, String> run(Input input) {
    buses.delete(buses.find(input.eventBusName()), required("name", input.name()));
    return DONE;
  }
}
