package io.albumen.local.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import software.amazon.event.ruler.Machine;

/** AWS's own matching engine, compiled anew after any change of rules. */
final class Matcher {
  private final Map<String, Compiled> byBus = new ConcurrentHashMap<>();
  private final AtomicLong version = new AtomicLong();

  private record Compiled(long version, Machine machine, List<Rule> rules) {}

  void forget() {
    version.incrementAndGet();
  }

  @SuppressWarnings("IllegalCatch") // the engine declares bare Exception
  List<Rule> match(String bus, String event, Supplier<List<Rule>> rules) {
    var compiled = compiled(bus, rules);
    try {
      var names = List.copyOf(compiled.machine().rulesForJSONEvent(event));
      return compiled.rules().stream().filter(rule -> names.contains(rule.name())).toList();
    } catch (Exception e) {
      throw new IllegalStateException("event does not match or mismatch", e);
    }
  }

  /** The version is read before the rules, so a change in between compiles once more. */
  private Compiled compiled(String bus, Supplier<List<Rule>> rules) {
    var now = version.get();
    var known = byBus.get(bus);
    if (known != null && known.version() == now) {
      return known;
    }
    var compiled = compile(now, rules.get().stream().filter(Rule::enabled).toList());
    byBus.put(bus, compiled);
    return compiled;
  }

  private static Compiled compile(long version, List<Rule> rules) {
    var machine = Machine.builder().build();
    try {
      for (var rule : rules) {
        machine.addRule(rule.name(), rule.eventPattern());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("stored pattern is invalid", e);
    }
    return new Compiled(version, machine, rules);
  }
}
