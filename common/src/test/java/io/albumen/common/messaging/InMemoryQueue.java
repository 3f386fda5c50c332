package io.albumen.common.messaging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/** A queue that remembers what was done to each message; time does not pass in it. */
final class InMemoryQueue implements SqsClient {
  private final Deque<Message> visible = new ArrayDeque<>();
  private final Map<String, Message> inFlight = new HashMap<>();
  private final Map<String, Integer> receives = new HashMap<>();
  private final List<String> deleted = new ArrayList<>();
  private final List<String> visibilities = new ArrayList<>();
  private boolean isDown;
  private int refusals;

  synchronized void send(String id) {
    visible.add(Message.builder().messageId(id).receiptHandle(id).body("body of " + id).build());
  }

  /** Makes visible what was received and not deleted. */
  synchronized void expire() {
    visible.addAll(inFlight.values());
    inFlight.clear();
  }

  synchronized void setDown(boolean down) {
    isDown = down;
  }

  synchronized int refusals() {
    return refusals;
  }

  synchronized List<String> deleted() {
    return List.copyOf(deleted);
  }

  synchronized List<String> visibilities() {
    return List.copyOf(visibilities);
  }

  @Override
  public GetQueueUrlResponse getQueueUrl(Consumer<GetQueueUrlRequest.Builder> request) {
    return GetQueueUrlResponse.builder().queueUrl("http://queue").build();
  }

  @Override
  public ReceiveMessageResponse receiveMessage(Consumer<ReceiveMessageRequest.Builder> request) {
    var asked = ReceiveMessageRequest.builder().applyMutation(request).build();
    var received = take(asked.maxNumberOfMessages());
    if (received.isEmpty()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5)); // a long poll, in short
    }
    return ReceiveMessageResponse.builder().messages(received).build();
  }

  private synchronized List<Message> take(int max) {
    if (isDown) {
      refusals++;
      throw SdkClientException.create("connection refused");
    }
    var received = new ArrayList<Message>();
    while (received.size() < max && !visible.isEmpty()) {
      var message = visible.remove();
      var count = receives.merge(message.messageId(), 1, Integer::sum);
      inFlight.put(message.receiptHandle(), message);
      received.add(
          message.toBuilder()
              .attributes(
                  Map.of(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, count.toString()))
              .build());
    }
    return received;
  }

  @Override
  public synchronized DeleteMessageResponse deleteMessage(
      Consumer<DeleteMessageRequest.Builder> request) {
    var id = DeleteMessageRequest.builder().applyMutation(request).build().receiptHandle();
    inFlight.remove(id);
    deleted.add(id);
    return DeleteMessageResponse.builder().build();
  }

  @Override
  public synchronized ChangeMessageVisibilityResponse changeMessageVisibility(
      Consumer<ChangeMessageVisibilityRequest.Builder> request) {
    var asked = ChangeMessageVisibilityRequest.builder().applyMutation(request).build();
    visibilities.add(asked.receiptHandle() + "=" + asked.visibilityTimeout());
    return ChangeMessageVisibilityResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return "sqs";
  }

  @Override
  public void close() {}
}
