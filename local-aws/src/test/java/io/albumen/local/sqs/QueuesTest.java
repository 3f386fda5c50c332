package io.albumen.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.local.ChildProcess;
import io.albumen.local.TestStack;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class QueuesTest {
  @TempDir static Path directory;
  private static ChildProcess stack;
  private static SqsClient sqs;

  @BeforeAll
  static void start() throws Exception {
    stack = ChildProcess.launch(directory, "--ephemeral", "--parts", "sqs");
    sqs = TestStack.client(stack.awaitReady(), "sqs", SqsClient.builder());
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void namesQueuesInTheFleetsRegion() {
    var arn =
        sqs.getQueueAttributes(
                b -> b.queueUrl(url("auth-events")).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);

    assertThat(arn).isEqualTo("arn:aws:sqs:eu-west-1:000000000000:auth-events");
  }

  @Test
  void movesAMessageThatFailsFiveTimesToTheDeadLetters() {
    sqs.sendMessage(b -> b.queueUrl(url("video-render")).messageBody("poison"));

    for (var tries = 0; tries < 5; tries++) {
      var message = receive("video-render");
      sqs.changeMessageVisibility(
          b ->
              b.queueUrl(url("video-render"))
                  .receiptHandle(message.receiptHandle())
                  .visibilityTimeout(0));
    }

    assertThat(
            sqs.receiveMessage(b -> b.queueUrl(url("video-render")).waitTimeSeconds(0)).messages())
        .isEmpty();
    assertThat(receive("video-render-dlq").body()).isEqualTo("poison");
  }

  private Message receive(String queue) {
    return sqs.receiveMessage(b -> b.queueUrl(url(queue)).waitTimeSeconds(5)).messages().getFirst();
  }

  private String url(String queue) {
    return sqs.getQueueUrl(b -> b.queueName(queue)).queueUrl();
  }
}
