package io.albumen.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.local.FleetResources;
import io.albumen.local.StackContext.Credentials;
import io.albumen.local.faces.Faces;
import java.nio.file.Path;
import java.util.Collections;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.Target;

class EventBusTest {
  private static Faces faces;
  private static TestQueues queues;
  private static EventBridgeClient events;

  @BeforeAll
  static void start(@TempDir Path directory) {
    faces = Faces.in(directory);
    queues = TestQueues.start(faces);
    faces.start(new EventsPart());
    events = faces.client("events", EventBridgeClient.builder());
  }

  @AfterAll
  static void stop() {
    faces.close();
    queues.close();
  }

  @Test
  void handsOnTheDetailAlone() {
    put(entry("VideoReady", "{\"id\":\"7\",\"n\":1.50}"));

    assertThat(queues.receive("notification-events", 1))
        .containsExactly("{\"id\":\"7\",\"n\":1.50}");
  }

  @Test
  void fansOutToEveryQueueWhoseRuleMatches() {
    put(entry("UserVerified", "{\"id\":\"8\"}"));

    assertThat(queues.receive("photo-events", 1)).containsExactly("{\"id\":\"8\"}");
    assertThat(queues.receive("notification-events", 1)).containsExactly("{\"id\":\"8\"}");
    assertThat(queues.isEmpty("video-events")).isTrue();
  }

  @Test
  void reportsWhatItDidNotTakeAndTakesTheRest() {
    var answer =
        events.putEvents(
            request ->
                request.entries(
                    entry("UserDataErased", "{\"id\":\"9\"}"),
                    entry("UserDataErased", "{\"id\":"),
                    entry("UserDataErased", "{}").toBuilder().source(null).build(),
                    entry("UserDataErased", "{}").toBuilder().eventBusName("none").build()));

    assertThat(answer.failedEntryCount()).isEqualTo(3);
    assertThat(answer.entries())
        .extracting(result -> result.errorCode())
        .containsExactly(null, "MalformedDetail", "InvalidArgument", "ResourceNotFoundException");
    assertThat(queues.receive("auth-events", 1)).containsExactly("{\"id\":\"9\"}");
  }

  @Test
  void refusesAnEleventhEntry() {
    assertThatThrownBy(
            () ->
                events.putEvents(
                    request -> request.entries(Collections.nCopies(11, entry("VideoReady", "{}")))))
        .satisfies(e -> assertThat(code(e)).isEqualTo("ValidationException"));
  }

  @Test
  void refusesMoreThan256Kilobytes() {
    var large = "{\"text\":\"%s\"}".formatted("x".repeat(256 << 10));

    assertThatThrownBy(() -> put(entry("VideoReady", large)))
        .satisfies(e -> assertThat(code(e)).isEqualTo("ValidationException"))
        .hasMessageContaining("Total size");
  }

  @Test
  void matchesByAwsPatterns() {
    var queue = newQueue();
    rule(queue, "{\"detail\":{\"size\":[{\"numeric\":[\">\",10]}]}}", "$.detail");

    put(entry("Anything", "{\"size\":3}"), entry("Anything", "{\"size\":30}"));

    assertThat(queues.receive(queue, 1)).containsExactly("{\"size\":30}");
    assertThat(queues.isEmpty(queue)).isTrue();
  }

  @Test
  void sendsTheWholeEventWithoutAPath() {
    var queue = newQueue();
    rule(queue, "{\"detail-type\":[\"%s\"]}".formatted(queue), null);

    put(entry(queue, "{\"a\":1}"));

    assertThat(queues.receive(queue, 1).getFirst())
        .contains("\"detail-type\":\"" + queue + "\"", "\"source\":\"albumen\"", "\"account\"");
  }

  @Test
  void refusesAMalformedPattern() {
    assertThatThrownBy(
            () -> events.putRule(r -> r.name("bad").eventPattern("{\"detail\": \"text\"}")))
        .isInstanceOf(InvalidEventPatternException.class);
  }

  @Test
  void deletesARuleOnlyWithoutTargets() {
    var queue = newQueue();
    rule(queue, "{\"source\":[\"nobody\"]}", null);
    assertThatThrownBy(() -> events.deleteRule(r -> r.name(queue).eventBusName(FleetResources.BUS)))
        .satisfies(e -> assertThat(code(e)).isEqualTo("ValidationException"));

    events.removeTargets(r -> r.rule(queue).eventBusName(FleetResources.BUS).ids("target"));
    events.deleteRule(r -> r.name(queue).eventBusName(FleetResources.BUS));

    assertThatThrownBy(
            () -> events.describeRule(r -> r.name(queue).eventBusName(FleetResources.BUS)))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void namesTargetsItCouldNotRemove() {
    var answer =
        events.removeTargets(
            r -> r.rule("auth-events").eventBusName(FleetResources.BUS).ids("none"));

    assertThat(answer.failedEntryCount()).isEqualTo(1);
    assertThat(answer.failedEntries().getFirst().targetId()).isEqualTo("none");
  }

  @Test
  void listsTheFleetsRulesAndTheirTargets() {
    var rules = events.listRules(r -> r.eventBusName(FleetResources.BUS).namePrefix("photo"));
    var targets =
        events.listTargetsByRule(r -> r.rule("photo-events").eventBusName(FleetResources.BUS));

    assertThat(rules.rules()).extracting(rule -> rule.name()).containsExactly("photo-events");
    assertThat(targets.targets().getFirst().arn())
        .isEqualTo(FleetResources.queueArn("photo-events"));
    assertThat(targets.targets().getFirst().inputPath()).isEqualTo("$.detail");
  }

  @Test
  void makesABusOnce() {
    var name = "bus-" + UUID.randomUUID();
    var arn = events.createEventBus(r -> r.name(name)).eventBusArn();

    assertThat(events.describeEventBus(r -> r.name(name)).arn()).isEqualTo(arn);
    assertThatThrownBy(() -> events.createEventBus(r -> r.name(name)))
        .isInstanceOf(ResourceAlreadyExistsException.class);
  }

  @Test
  void refusesAForeignKey() {
    var stranger =
        faces.client(
            "events", EventBridgeClient.builder(), new Credentials("AKIDSTRANGER", "a-secret"));

    assertThatThrownBy(() -> stranger.putEvents(r -> r.entries(entry("VideoReady", "{}"))))
        .satisfies(e -> assertThat(code(e)).isEqualTo("UnrecognizedClientException"));
  }

  private static String code(Throwable failure) {
    return ((EventBridgeException) failure).awsErrorDetails().errorCode();
  }

  private static String newQueue() {
    var queue = "q-" + UUID.randomUUID();
    queues.create(queue);
    return queue;
  }

  /** Sends to the queue of its name; without a path the whole event. */
  private static void rule(String queue, String pattern, @Nullable String path) {
    var target =
        Target.builder().id("target").arn(FleetResources.queueArn(queue)).inputPath(path).build();
    events.putRule(r -> r.name(queue).eventBusName(FleetResources.BUS).eventPattern(pattern));
    events.putTargets(r -> r.rule(queue).eventBusName(FleetResources.BUS).targets(target));
  }

  private static void put(PutEventsRequestEntry... entries) {
    assertThat(events.putEvents(request -> request.entries(entries)).failedEntryCount()).isZero();
  }

  private static PutEventsRequestEntry entry(String type, String detail) {
    return PutEventsRequestEntry.builder()
        .eventBusName(FleetResources.BUS)
        .source("albumen")
        .detailType(type)
        .detail(detail)
        .build();
  }
}
