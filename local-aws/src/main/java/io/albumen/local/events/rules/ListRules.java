package io.albumen.local.events.rules;

import io.albumen.local.events.Buses;
import java.util.List;

/** The rules of a bus, by name. */
final class ListRules extends RuleOperation {

  ListRules(Buses buses) {
    super(buses);
  }

  record Output(List<RuleView> rules) {}

  @Override
  public Output run(Input input) {
    var prefix = input.namePrefix() == null ? "" : input.namePrefix();
    return new Output(
        buses.rules(buses.find(input.eventBusName()), prefix).stream().map(RuleView::of).toList());
  }
}
