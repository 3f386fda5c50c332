package io.albumen.local.events.rules;

import io.albumen.local.events.Buses;
import io.albumen.local.events.Rule;
import io.albumen.local.jsonrpc.Operation;
import io.albumen.local.protocol.AwsFailure;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One operation on the buses and rules. */
abstract class RuleOperation implements Operation<RuleOperation.Input> {
  static final Map<String, String> DONE = Map.of();

  final Buses buses;

  RuleOperation(Buses buses) {
    this.buses = buses;
  }

  /**
   * What they all take, each some of it.
   *
   * @param rule the rule's name where operations are about targets
   * @param name of the rule or bus elsewhere
   */
  record Input(
      @Nullable String name,
      @Nullable String rule,
      @Nullable String eventBusName,
      @Nullable String namePrefix,
      @Nullable String eventPattern,
      @Nullable String scheduleExpression,
      @Nullable String state,
      @Nullable String description,
      @Nullable List<TargetInput> targets,
      @Nullable List<String> ids) {}

  /** A target that could not be added or removed. */
  record FailedEntry(String targetId, String errorCode, String errorMessage) {}

  /** What adding and removing targets answer. */
  record Outcome(int failedEntryCount, List<FailedEntry> failedEntries) {}

  /** A rule as AWS shows it. */
  record RuleView(
      String name,
      String arn,
      String eventPattern,
      String state,
      @Nullable String description,
      String eventBusName) {

    static RuleView of(Rule rule) {
      return new RuleView(
          rule.name(),
          Buses.ruleArn(rule),
          rule.eventPattern(),
          rule.enabled() ? "ENABLED" : "DISABLED",
          rule.description(),
          rule.bus());
    }
  }

  @Override
  public final Class<Input> input() {
    return Input.class;
  }

  final Rule rule(Input input) {
    return buses.rule(buses.find(input.eventBusName()), required("rule", input.rule()));
  }

  static String required(String member, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      throw invalid(
          "1 validation error detected: Value null at '%s' failed to satisfy constraint: Member must not be null"
              .formatted(member));
    }
    return value;
  }

  static AwsFailure invalid(String message) {
    return new AwsFailure("ValidationException", message);
  }
}
