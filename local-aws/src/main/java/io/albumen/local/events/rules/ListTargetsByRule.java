package io.albumen.local.events.rules;

import io.albumen.local.events.Buses;
import java.util.List;

/** Where a rule sends its events. */
final class ListTargetsByRule extends RuleOperation {

  ListTargetsByRule(Buses buses) {
    super(buses);
  }

  record Output(List<TargetInput> targets) {}

  @Override
  public Output run(Input input) {
    return new Output(rule(input).targets().stream().map(TargetInput::of).toList());
  }
}
