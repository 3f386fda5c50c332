package io.albumen.local.events;

import io.albumen.local.FleetResources;
import io.albumen.local.faces.Faces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** SQS at the place where the bus looks for it. */
final class TestQueues implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final SQSRestServer server;
  private final SqsClient sqs;

  private TestQueues(SQSRestServer server, SqsClient sqs) {
    this.server = server;
    this.sqs = sqs;
  }

  static TestQueues start(Faces faces) {
    var server =
        SQSRestServerBuilder.withInterface("127.0.0.1")
            .withPort(faces.endpoint("sqs").getPort())
            .start();
    server.waitUntilStarted();
    var sqs = faces.client("sqs", SqsClient.builder());
    FleetResources.QUEUES.forEach(name -> sqs.createQueue(request -> request.queueName(name)));
    return new TestQueues(server, sqs);
  }

  void create(String queue) {
    sqs.createQueue(request -> request.queueName(queue));
  }

  /** Bodies, in no order; fails if fewer come in time. */
  List<String> receive(String queue, int count) {
    var url = sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
    var bodies = new ArrayList<String>();
    var end = Instant.now().plus(DEADLINE);
    while (bodies.size() < count && Instant.now().isBefore(end)) {
      for (var message : poll(url)) {
        bodies.add(message.body());
        sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
    }
    if (bodies.size() < count) {
      throw new AssertionError("only %d of %d in %s".formatted(bodies.size(), count, queue));
    }
    return bodies;
  }

  boolean isEmpty(String queue) {
    return poll(sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl()).isEmpty();
  }

  private List<Message> poll(String url) {
    return sqs.receiveMessage(
            request -> request.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
        .messages();
  }

  @Override
  public void close() {
    sqs.close();
    server.stopAndWait();
  }
}
