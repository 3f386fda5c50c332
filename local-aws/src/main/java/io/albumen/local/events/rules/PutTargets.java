package io.albumen.local.events.rules;

import io.albumen.local.events.Buses;
import java.util.List;

/** Adds targets to a rule, or replaces those of the same id. */
final class PutTargets extends RuleOperation {

  PutTargets(Buses buses) {
    super(buses);
  }

  @Override
  public Outcome run(Input input) {
    var targets = input.targets() == null ? List.<TargetInput>of() : input.targets();
    buses.addTargets(rule(input), targets.stream().map(TargetInput::toTarget).toList());
    return new Outcome(0, List.of());
  }
}
