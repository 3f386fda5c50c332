package io.albumen.local.events.rules;

import io.albumen.local.events.Buses;
import io.albumen.local.events.Rule;
import java.util.List;

/** Makes or changes a rule. Schedules are not for this bus. */
final class PutRule extends RuleOperation {

  PutRule(Buses buses) {
    super(buses);
  }

  record Output(String ruleArn) {}

  @Override
  public Output run(Input input) {
    var name = required("name", input.name());
    if (!name.matches("[.\\-_A-Za-z0-9]{1,64}")) {
      throw invalid("Value at 'name' failed to satisfy constraint.");
    }
    var pattern = input.eventPattern();
    if (pattern == null || input.scheduleExpression() != null) {
      throw invalid("Parameter(s) EventPattern must be specified, and no ScheduleExpression.");
    }
    var rule =
        buses.put(
            new Rule(
                name,
                buses.find(input.eventBusName()),
                pattern,
                !"DISABLED".equals(input.state()),
                input.description(),
                List.of()));
    return new Output(Buses.ruleArn(rule));
  }
}
