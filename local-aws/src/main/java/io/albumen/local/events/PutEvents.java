package io.albumen.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.albumen.local.events.Rule.Target;
import io.albumen.local.jsonrpc.Operation;
import io.albumen.local.protocol.AwsFailure;
import io.albumen.local.protocol.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes events in; what it answers with an id is on disk. */
final class PutEvents implements Operation<PutEvents.Input> {
  private static final int MAX_ENTRIES = 10;
  private static final int MAX_BYTES = 256 << 10;

  private final Buses buses;
  private final Outbox outbox;
  private final Deliverer deliverer;
  private final Clock clock;

  PutEvents(Buses buses, Outbox outbox, Deliverer deliverer, Clock clock) {
    this.buses = buses;
    this.outbox = outbox;
    this.deliverer = deliverer;
    this.clock = clock;
  }

  record Input(@Nullable List<EventEntry> entries) {}

  /** An event id, or what was wrong. */
  record Result(
      @Nullable String eventId, @Nullable String errorCode, @Nullable String errorMessage) {}

  record Output(long failedEntryCount, List<Result> entries) {}

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public Output run(Input input) {
    var entries = input.entries() == null ? List.<EventEntry>of() : input.entries();
    checkLimits(entries);
    var deliveries = new ArrayList<Delivery>();
    var results = entries.stream().map(entry -> accept(entry, deliveries)).toList();
    if (!deliveries.isEmpty()) {
      outbox.add(deliveries);
      deliverer.wake();
    }
    var failed = results.stream().filter(result -> result.errorCode() != null).count();
    return new Output(failed, results);
  }

  private static void checkLimits(List<EventEntry> entries) {
    if (entries.isEmpty() || entries.size() > MAX_ENTRIES) {
      throw new AwsFailure(
          "ValidationException",
          "1 validation error detected: Value at 'entries' failed to satisfy constraint: Member"
              + " must have length less than or equal to 10 and greater than or equal to 1");
    }
    if (entries.stream().mapToInt(EventEntry::size).sum() > MAX_BYTES) {
      throw new AwsFailure(
          "ValidationException", "Total size of the entries in the request is over the limit.");
    }
  }

  private Result accept(EventEntry entry, List<Delivery> deliveries) {
    var id = UUID.randomUUID().toString();
    try {
      var bus = buses.find(entry.eventBusName());
      var event = entry.event(id, clock.instant());
      buses.matching(bus, Json.string(event)).stream()
          .flatMap(rule -> rule.targets().stream())
          .flatMap(target -> delivery(target, event, id))
          .forEach(deliveries::add);
      return new Result(id, null, null);
    } catch (AwsFailure e) {
      return new Result(null, e.code(), e.text());
    }
  }

  /** A target whose path leads nowhere gets nothing, as on AWS. */
  private Stream<Delivery> delivery(Target target, JsonNode event, String id) {
    var constant = target.input();
    var path = target.inputPath();
    var part = path == null ? event : InputPath.apply(path, event);
    if (constant == null && part.isMissingNode()) {
      return Stream.empty();
    }
    var body = constant == null ? Json.string(part) : constant;
    return Stream.of(
        new Delivery(target.arn(), body, target.messageGroupId(), id, clock.instant()));
  }
}
