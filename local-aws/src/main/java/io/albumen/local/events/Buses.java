package io.albumen.local.events;

import io.albumen.local.FleetResources;
import io.albumen.local.events.Rule.Target;
import io.albumen.local.protocol.AwsFailure;
import io.albumen.local.store.DurableStore;
import io.albumen.local.store.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.event.ruler.RuleCompiler;

/** The buses and their rules. */
public final class Buses {
  private static final String DEFAULT = "default";

  private final DurableStore store;
  private final Table<String> buses;
  private final Table<Rule> rules;
  private final Matcher matcher = new Matcher();

  Buses(DurableStore store) {
    this.store = store;
    this.buses = store.table("buses", String.class);
    this.rules = store.table("rules", Rule.class);
    store.change(() -> buses.put(DEFAULT, DEFAULT));
  }

  /** By name or ARN; the default bus where none is named. */
  public String find(@Nullable String nameOrArn) {
    var name = nameOrArn == null ? DEFAULT : nameOrArn.replaceFirst("^arn:.*:event-bus/", "");
    return buses.find(name).orElseThrow(() -> noBus(name));
  }

  static AwsFailure noBus(String name) {
    return new AwsFailure(
        "ResourceNotFoundException", "Event bus %s does not exist.".formatted(name));
  }

  public void create(String name) {
    store.change(
        () -> {
          if (buses.find(name).isPresent()) {
            throw new AwsFailure(
                "ResourceAlreadyExistsException", "Event bus %s already exists.".formatted(name));
          }
          buses.put(name, name);
        });
  }

  /** For the fleet's own bus, which must be there at every start. */
  void ensure(String name) {
    store.change(() -> buses.put(name, name));
  }

  public static String arn(String bus) {
    return "arn:aws:events:%s:%s:event-bus/%s"
        .formatted(FleetResources.REGION, FleetResources.ACCOUNT, bus);
  }

  public static String ruleArn(Rule rule) {
    var path = rule.bus().equals(DEFAULT) ? rule.name() : rule.bus() + "/" + rule.name();
    return "arn:aws:events:%s:%s:rule/%s"
        .formatted(FleetResources.REGION, FleetResources.ACCOUNT, path);
  }

  /** Makes a rule, or changes it and keeps its targets. */
  public Rule put(Rule rule) {
    checkPattern(rule.eventPattern());
    return changed(
        () -> {
          var made =
              rules
                  .find(key(rule.bus(), rule.name()))
                  .map(
                      known ->
                          known.withPattern(
                              rule.eventPattern(), rule.enabled(), rule.description()))
                  .orElse(rule);
          rules.put(key(made.bus(), made.name()), made);
          return made;
        });
  }

  private static void checkPattern(String pattern) {
    var fault = RuleCompiler.check(pattern);
    if (fault != null) {
      throw new AwsFailure(
          "InvalidEventPatternException", "Event pattern is not valid. Reason: " + fault);
    }
  }

  public Rule rule(String bus, String name) {
    return optional(bus, name)
        .orElseThrow(
            () ->
                new AwsFailure(
                    "ResourceNotFoundException",
                    "Rule %s does not exist on EventBus %s.".formatted(name, bus)));
  }

  Optional<Rule> optional(String bus, String name) {
    return rules.find(key(bus, name));
  }

  public List<Rule> rules(String bus, String prefix) {
    return rules.under(key(bus, prefix)).stream().map(Table.Row::value).toList();
  }

  public void addTargets(Rule rule, List<Target> targets) {
    update(
        rule,
        known -> {
          var more = known;
          for (var target : targets) {
            more = more.withTarget(target);
          }
          if (more.hasTooManyTargets()) {
            throw new AwsFailure(
                "LimitExceededException",
                "The requested resource exceeds the maximum number allowed.");
          }
          return more;
        });
  }

  /** Answers the ids that were not there. */
  public List<String> removeTargets(Rule rule, List<String> ids) {
    var missing = ids.stream().filter(id -> !rule.hasTarget(id)).toList();
    update(
        rule,
        known -> {
          var fewer = known;
          for (var id : ids) {
            fewer = fewer.withoutTarget(id);
          }
          return fewer;
        });
    return missing;
  }

  private void update(Rule rule, UnaryOperator<Rule> change) {
    changed(
        () -> {
          var after = change.apply(rule(rule.bus(), rule.name()));
          rules.put(key(rule.bus(), rule.name()), after);
          return after;
        });
  }

  /** A rule with targets stays; one that is not there is as good as deleted. */
  public void delete(String bus, String name) {
    changed(
        () -> {
          var found = optional(bus, name);
          if (found.isPresent() && !found.get().targets().isEmpty()) {
            throw new AwsFailure(
                "ValidationException", "Rule can't be deleted since it has targets.");
          }
          rules.remove(key(bus, name));
          return found;
        });
  }

  private <R> R changed(Supplier<R> change) {
    try {
      return store.change(change);
    } finally {
      matcher.forget();
    }
  }

  /** The rules that this event of this bus sets off. */
  List<Rule> matching(String bus, String event) {
    return matcher.match(bus, event, () -> rules(bus, ""));
  }

  private static String key(String bus, String rule) {
    return bus + "/" + rule;
  }
}
