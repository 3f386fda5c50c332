package io.albumen.local.events.rules;

import io.albumen.local.events.Buses;

/** Shows one rule. */
final class DescribeRule extends RuleOperation {

  DescribeRule(Buses buses) {
    super(buses);
  }

  @Override
  public RuleView run(Input input) {
    return RuleView.of(
        buses.rule(buses.find(input.eventBusName()), required("name", input.name())));
  }
}
