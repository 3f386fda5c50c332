package io.albumen.local.events.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.albumen.local.events.InputPath;
import io.albumen.local.events.Rule.Target;
import org.jspecify.annotations.Nullable;

/** {@code Target} as it comes and goes; of its kinds only queues are here. */
record TargetInput(
    @Nullable String id,
    @Nullable String arn,
    @Nullable String input,
    @Nullable String inputPath,
    @Nullable JsonNode inputTransformer,
    @Nullable Sqs sqsParameters) {

  record Sqs(@Nullable String messageGroupId) {}

  static TargetInput of(Target target) {
    var group = target.messageGroupId();
    return new TargetInput(
        target.id(),
        target.arn(),
        target.input(),
        target.inputPath(),
        null,
        group == null ? null : new Sqs(group));
  }

  Target toTarget() {
    var queue = RuleOperation.required("targets.member.arn", arn);
    if (!queue.matches("arn:aws:sqs:[a-z0-9-]+:\\d{12}:[\\w.-]+")) {
      throw RuleOperation.invalid(
          "Parameter %s is not valid. Reason: Provided Arn is not in correct format."
              .formatted(queue));
    }
    if (inputTransformer != null || (input != null && inputPath != null)) {
      throw RuleOperation.invalid(
          "Only one of Input and InputPath may be given, and no InputTransformer, for target "
              + id);
    }
    if (inputPath != null) {
      InputPath.check(inputPath);
    }
    return new Target(
        RuleOperation.required("targets.member.id", id),
        queue,
        input,
        inputPath,
        sqsParameters == null ? null : sqsParameters.messageGroupId());
  }
}
