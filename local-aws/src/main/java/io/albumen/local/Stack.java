package io.albumen.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The running parts, and the settings under which the services find them. */
final class Stack implements AutoCloseable {
  private final StateDir state;
  private final List<Part> parts = new ArrayList<>();
  private final Map<String, String> settings = new LinkedHashMap<>();

  private Stack(StateDir state) {
    this.state = state;
  }

  /** All parts at once; if one fails, those that are up are stopped again. */
  static Stack start(Options options) {
    var names = withNeeds(options.parts());
    var ports = Ports.choose(options, names);
    var stack = new Stack(StateDir.open(options.state()));
    try {
      stack.startParts(names, ports, options);
      return stack;
    } catch (StartFailure failure) {
      stack.close();
      throw failure;
    }
  }

  private static Set<String> withNeeds(Set<String> chosen) {
    var names = new LinkedHashSet<String>();
    LocalAws.PARTS.forEach(
        (name, kind) -> {
          if (chosen.contains(name)) {
            names.addAll(kind.needs());
            names.add(name);
          }
        });
    return names;
  }

  private void startParts(Set<String> names, Map<String, Integer> ports, Options options) {
    var keys = FleetKeys.in(state.directory("keys"));
    settings.putAll(keys.settings());
    settings.put("aws.region", FleetResources.REGION);
    var waiting = new ArrayList<Future<Map<String, String>>>();
    try (var executor = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      for (var name : names) {
        var part = LocalAws.part(name);
        parts.add(part);
        var context = context(name, ports, keys, options);
        waiting.add(executor.submit(() -> part.start(context)));
      }
    }
    waiting.forEach(part -> settings.putAll(resultOf(part)));
    settings.put(
        "albumen.cdn.base-url", "http://%s:%d".formatted(options.publicHost(), ports.get("cdn")));
  }

  private StackContext context(
      String name, Map<String, Integer> ports, FleetKeys keys, Options options) {
    return new StackContext(
        state.directory(name),
        keys.directory(),
        options.bind(),
        options.publicHost(),
        ports.getOrDefault(name, 0),
        ports,
        options.origins(),
        keys.credentials());
  }

  private static Map<String, String> resultOf(Future<Map<String, String>> part) {
    try {
      return part.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StartFailure failure) {
        throw failure;
      }
      throw new StartFailure("A part did not start: %s.".formatted(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("Starting was interrupted.", e);
    }
  }

  Properties settings() {
    var properties = new Properties();
    properties.putAll(settings);
    return properties;
  }

  String summary() {
    return String.join(" ", parts.stream().map(Part::name).toList());
  }

  /** All parts at once, then the lock, so that the next stack finds everything at rest. */
  @Override
  public void close() {
    try (var executor = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      parts.forEach(part -> executor.execute(part::close));
    }
    state.close();
  }
}
