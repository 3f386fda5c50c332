package io.albumen.local.sqs;

import static io.albumen.local.FleetResources.DEAD_LETTERS;
import static io.albumen.local.FleetResources.MAX_RECEIVES;

import io.albumen.local.FleetResources;
import java.util.ArrayList;
import org.elasticmq.persistence.CreateQueueMetadata;
import org.elasticmq.persistence.DeadLettersQueue;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.immutable.List;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/** The fleet's queues, each with its dead letters, in the terms of ElasticMQ. */
final class FleetQueues {
  private static final long VISIBILITY_SECONDS = 30;

  private FleetQueues() {}

  static List<CreateQueueMetadata> all() {
    var queues = new ArrayList<CreateQueueMetadata>();
    for (var name : FleetResources.QUEUES) {
      queues.add(queue(name + DEAD_LETTERS, null));
      queues.add(queue(name, new DeadLettersQueue(name + DEAD_LETTERS, MAX_RECEIVES)));
    }
    return CollectionConverters.asScala(queues).toList();
  }

  private static CreateQueueMetadata queue(String name, @Nullable DeadLettersQueue deadLetters) {
    return new CreateQueueMetadata(
        name,
        Option.apply(VISIBILITY_SECONDS),
        Option.apply(0L),
        Option.apply(0L),
        0,
        0,
        Option.apply(deadLetters),
        false,
        false,
        Option.empty(),
        Option.empty(),
        Map$.MODULE$.empty());
  }
}
