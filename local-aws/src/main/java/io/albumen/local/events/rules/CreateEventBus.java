package io.albumen.local.events.rules;

import io.albumen.local.events.Buses;

/** Makes a bus. */
final class CreateEventBus extends RuleOperation {

  CreateEventBus(Buses buses) {
    super(buses);
  }

  record Output(String eventBusArn) {}

  @Override
  public Output run(Input input) {
    var name = required("name", input.name());
    if (!name.matches("[.\\-_A-Za-z0-9]{1,256}")) {
      throw invalid("Value at 'name' failed to satisfy constraint.");
    }
    buses.create(name);
    return new Output(Buses.arn(name));
  }
}
