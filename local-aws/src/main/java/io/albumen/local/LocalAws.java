package io.albumen.local;

import io.albumen.local.cdn.CdnPart;
import io.albumen.local.cognito.CognitoPart;
import io.albumen.local.dynamodb.DynamoDbPart;
import io.albumen.local.events.EventsPart;
import io.albumen.local.mailbox.MailboxPart;
import io.albumen.local.postgres.PostgresPart;
import io.albumen.local.s3.S3Part;
import io.albumen.local.ses.SesPart;
import io.albumen.local.sqs.SqsPart;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Starts the embedded stack and stays until it is told to stop, or its parent is gone. */
public final class LocalAws {
  /** What can be started, by name. */
  static final Map<String, PartKind> PARTS = new LinkedHashMap<>();

  static {
    PARTS.put("postgres", new PartKind(8432, PostgresPart::new));
    PARTS.put("dynamodb", new PartKind(8401, DynamoDbPart::new));
    PARTS.put("sqs", new PartKind(8402, SqsPart::new));
    PARTS.put("s3", new PartKind(8403, S3Part::new));
    PARTS.put("cdn", new PartKind(8407, CdnPart::new, "s3"));
    PARTS.put("mailbox", new PartKind(8025, MailboxPart::new));
    PARTS.put("cognito", new PartKind(8404, CognitoPart::new, "mailbox"));
    PARTS.put("ses", new PartKind(8405, SesPart::new, "mailbox"));
    PARTS.put("events", new PartKind(8406, EventsPart::new, "sqs"));
  }

  /** How to make a part, its port on a laptop, and the parts it cannot work without. */
  record PartKind(int port, Supplier<Part> create, Set<String> needs) {
    PartKind(int port, Supplier<Part> create, String... needs) {
      this(port, create, Set.of(needs));
    }
  }

  private LocalAws() {}

  /** A new part, not yet started. */
  static Part part(String name) {
    var kind = PARTS.get(name);
    if (kind == null) {
      throw new IllegalArgumentException("no part named " + name);
    }
    return kind.create().get();
  }

  public static void main(String[] arguments) {
    var started = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    try {
      var options = Options.parse(List.of(arguments), PARTS.keySet());
      var stack = Stack.start(options);
      stopOnExit(stack);
      options.readyFile().ifPresent(file -> ReadyFile.write(file, stack.settings()));
      options.parent().ifPresent(LocalAws::exitWith);
      out()
          .printf(
              "local-aws is ready after %d ms: %s%n",
              Duration.between(started, Instant.now()).toMillis(), stack.summary());
      Thread.currentThread().join();
    } catch (StartFailure failure) {
      err().println(failure.getMessage());
      System.exit(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void stopOnExit(Stack stack) {
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
  }

  /** A parent that is gone already counts as one that just went. */
  private static void exitWith(long parent) {
    var watch =
        new Thread(
            () -> {
              ProcessHandle.of(parent).ifPresent(process -> process.onExit().join());
              System.exit(0);
            },
            "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static PrintStream out() {
    return System.out;
  }

  private static PrintStream err() {
    return System.err;
  }
}
