package io.albumen.local.sqs;

import com.typesafe.config.ConfigFactory;
import io.albumen.local.FleetResources;
import io.albumen.local.Part;
import io.albumen.local.StackContext;
import io.albumen.local.StartFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import org.jspecify.annotations.Nullable;
import scala.Option;

/**
 * ElasticMQ with its queues in an H2 file. A message is in the file before its sender is answered,
 * and a deletion too, so neither is lost to a crash.
 */
public final class SqsPart implements Part {
  private static final Duration RESTORE = Duration.ofSeconds(60);

  private @Nullable ActorSystem system;
  private @Nullable SQSRestServer server;

  @Override
  public String name() {
    return "sqs";
  }

  @Override
  public Map<String, String> start(StackContext context) {
    var actors =
        ActorSystem.create(
            "sqs", ConfigFactory.load(SqsPart.class.getClassLoader(), "local-aws-sqs"));
    system = actors;
    var store =
        actors.actorOf(
            Props.create(
                SqlQueuePersistenceActor.class, store(context.stateDir()), FleetQueues.all()));
    var queues =
        actors.actorOf(
            Props.create(
                QueueManagerActor.class,
                new NowProvider(),
                StrictSQSLimits$.MODULE$,
                Option.apply(store)));
    restore(store, queues);
    var started =
        SQSRestServerBuilder.withActorSystem(actors)
            .withQueueManagerActor(queues)
            .withInterface(context.bind())
            .withPort(context.port())
            .withServerAddress(address(context))
            .withAWSRegion(context.region())
            .withAWSAccountId(FleetResources.ACCOUNT)
            .start();
    server = started;
    started.waitUntilStarted();
    return Map.of("quarkus.sqs.endpoint-override", context.endpoint(name()));
  }

  private NodeAddress address(StackContext context) {
    var host = context.endpoint(name()).replaceAll("^http://|:\\d+$", "");
    return new NodeAddress("http", host, context.port(), "");
  }

  /** Every commit goes to the file at once; H2 would gather them for half a second. */
  private static SqlQueuePersistenceConfig store(Path directory) {
    return new SqlQueuePersistenceConfig(
        true,
        "org.h2.Driver",
        "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
            .formatted(directory.resolve("queues")),
        "sa",
        "",
        false);
  }

  private static void restore(ActorRef store, ActorRef queues) {
    try {
      Patterns.ask(store, new QueueEvent.Restore(queues), RESTORE).toCompletableFuture().join();
    } catch (CompletionException e) {
      throw new StartFailure("The queues could not be read from the state directory.", e);
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.stopAndWait();
    }
    if (system != null) {
      system.terminate();
      system.getWhenTerminated().toCompletableFuture().join();
    }
  }
}
