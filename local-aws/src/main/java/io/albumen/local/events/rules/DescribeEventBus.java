package io.albumen.local.events.rules;

import io.albumen.local.events.Buses;

/** Shows a bus, or says that it is not there. */
final class DescribeEventBus extends RuleOperation {

  DescribeEventBus(Buses buses) {
    super(buses);
  }

  record Output(String name, String arn) {}

  @Override
  public Output run(Input input) {
    var name = buses.find(input.name());
    return new Output(name, Buses.arn(name));
  }
}
