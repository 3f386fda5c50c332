package io.albumen.local.events;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which events of a bus go where.
 *
 * @param eventPattern in EventBridge's pattern language
 */
public record Rule(
    String name,
    String bus,
    String eventPattern,
    boolean enabled,
    @Nullable String description,
    List<Target> targets) {
  private static final int MAX_TARGETS = 5;

  /**
   * A queue, and what of the event it gets: a constant, a part, or, with neither, all.
   *
   * @param messageGroupId for FIFO queues
   */
  public record Target(
      String id,
      String arn,
      @Nullable String input,
      @Nullable String inputPath,
      @Nullable String messageGroupId) {}

  Rule withPattern(String pattern, boolean nowEnabled, @Nullable String newDescription) {
    return new Rule(name, bus, pattern, nowEnabled, newDescription, targets);
  }

  /** A target of the same id is replaced. */
  Rule withTarget(Target target) {
    var others = targets.stream().filter(other -> !other.id().equals(target.id()));
    return new Rule(
        name,
        bus,
        eventPattern,
        enabled,
        description,
        Stream.concat(others, Stream.of(target)).toList());
  }

  Rule withoutTarget(String id) {
    return new Rule(
        name,
        bus,
        eventPattern,
        enabled,
        description,
        targets.stream().filter(target -> !target.id().equals(id)).toList());
  }

  boolean hasTarget(String id) {
    return targets.stream().anyMatch(target -> target.id().equals(id));
  }

  boolean hasTooManyTargets() {
    return targets.size() > MAX_TARGETS;
  }
}
