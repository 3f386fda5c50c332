package io.albumen.local.events.rules;

import io.albumen.local.events.Buses;
import io.albumen.local.jsonrpc.Operation;
import java.util.List;

/** What this package offers. */
public final class RuleOperations {
  private RuleOperations() {}

  public static List<Operation<?>> of(Buses buses) {
    return List.of(
        new CreateEventBus(buses),
        new DescribeEventBus(buses),
        new PutRule(buses),
        new DescribeRule(buses),
        new DeleteRule(buses),
        new ListRules(buses),
        new PutTargets(buses),
        new RemoveTargets(buses),
        new ListTargetsByRule(buses));
  }
}
