package io.albumen.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The command line.
 *
 * @param state where everything is kept; absent means ephemeral
 * @param ports chosen by hand, by part name
 * @param parent process whose end ends the stack too
 */
record Options(
    Optional<Path> state,
    boolean randomPorts,
    Map<String, Integer> ports,
    Set<String> parts,
    String bind,
    String publicHost,
    List<String> origins,
    Optional<Path> readyFile,
    Optional<Long> parent) {

  static final String USAGE =
      """
      Usage: LocalAws (--state DIR | --ephemeral) [--random-ports] [--port PART=NNNN]...
          [--parts a,b,c] [--bind 127.0.0.1] [--public-host localhost] [--origins a,b]
          [--ready-file FILE] [--exit-with-parent PID]""";

  private static final List<String> ORIGINS =
      List.of("http://localhost:8080", "http://127.0.0.1:8080");

  static Options parse(List<String> arguments, Set<String> knownParts) {
    var reader = new Reader(arguments, knownParts);
    while (reader.readOne()) {}
    return reader.options();
  }

  /** Reads the arguments one by one; what is wrong is said in one sentence. */
  private static final class Reader {
    private final List<String> arguments;
    private final Set<String> knownParts;
    private int position;

    private Optional<Path> state = Optional.empty();
    private boolean ephemeral;
    private boolean randomPorts;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private Set<String> parts;
    private String bind = "127.0.0.1";
    private String publicHost = "localhost";
    private List<String> origins = ORIGINS;
    private Optional<Path> readyFile = Optional.empty();
    private Optional<Long> parent = Optional.empty();

    Reader(List<String> arguments, Set<String> knownParts) {
      this.arguments = arguments;
      this.knownParts = knownParts;
      this.parts = knownParts;
    }

    boolean readOne() {
      if (position == arguments.size()) {
        return false;
      }
      var name = arguments.get(position++);
      switch (name) {
        case "--state" -> state = Optional.of(Path.of(value(name)).toAbsolutePath().normalize());
        case "--ephemeral" -> ephemeral = true;
        case "--random-ports" -> randomPorts = true;
        case "--port" -> readPort(value(name));
        case "--parts" -> parts = readParts(value(name));
        case "--bind" -> bind = value(name);
        case "--public-host" -> publicHost = value(name);
        case "--origins" -> origins = List.of(value(name).split(","));
        case "--ready-file" -> readyFile = Optional.of(Path.of(value(name)).toAbsolutePath());
        case "--exit-with-parent" -> parent = Optional.of((long) number(name, value(name)));
        default -> throw new StartFailure("Unknown option %s.%n%s".formatted(name, USAGE));
      }
      return true;
    }

    Options options() {
      if (ephemeral == state.isPresent()) {
        throw new StartFailure("Say either --state DIR or --ephemeral.%n%s".formatted(USAGE));
      }
      return new Options(
          state,
          randomPorts,
          Map.copyOf(ports),
          Set.copyOf(parts),
          bind,
          publicHost,
          origins,
          readyFile,
          parent);
    }

    private String value(String name) {
      if (position == arguments.size()) {
        throw new StartFailure("Option %s wants a value.".formatted(name));
      }
      return arguments.get(position++);
    }

    private void readPort(String assignment) {
      var halves = assignment.split("=", 2);
      if (halves.length != 2 || !knownParts.contains(halves[0])) {
        throw new StartFailure("--port wants PART=NNNN, not %s.".formatted(assignment));
      }
      ports.put(halves[0], number("--port", halves[1]));
    }

    private Set<String> readParts(String list) {
      var chosen = new LinkedHashSet<>(List.of(list.split(",")));
      for (var part : chosen) {
        if (!knownParts.contains(part)) {
          throw new StartFailure(
              "There is no part %s; there are %s.".formatted(part, String.join(", ", knownParts)));
        }
      }
      return chosen;
    }

    private static int number(String name, String text) {
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException e) {
        throw new StartFailure("Option %s wants a number, not %s.".formatted(name, text), e);
      }
    }
  }
}
