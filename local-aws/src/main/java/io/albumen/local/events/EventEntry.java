package io.albumen.local.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.albumen.local.FleetResources;
import io.albumen.local.protocol.AwsFailure;
import io.albumen.local.protocol.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code PutEventsRequestEntry}. */
record EventEntry(
    @Nullable String source,
    @Nullable String detailType,
    @Nullable String detail,
    @Nullable String eventBusName,
    @Nullable Instant time,
    @Nullable List<String> resources) {
  private static final int TIME_BYTES = 14;

  /** As EventBridge counts against its limit. */
  int size() {
    return (time == null ? 0 : TIME_BYTES)
        + bytes(source)
        + bytes(detailType)
        + bytes(detail)
        + named().stream().mapToInt(EventEntry::bytes).sum();
  }

  /** The whole event, as rules see it. */
  ObjectNode event(String id, Instant now) {
    var event = Json.object();
    event.put("version", "0");
    event.put("id", id);
    event.put("detail-type", required("DetailType", detailType));
    event.put("source", checkedSource());
    event.put("account", FleetResources.ACCOUNT);
    event.put("time", (time == null ? now : time).truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", FleetResources.REGION);
    named().forEach(event.putArray("resources")::add);
    event.set("detail", parsedDetail());
    return event;
  }

  private List<String> named() {
    return resources == null ? List.of() : resources;
  }

  private String checkedSource() {
    var given = required("Source", source);
    if (given.startsWith("aws.")) {
      throw new AwsFailure("NotAuthorizedForSourceException", "Not authorized for the source.");
    }
    return given;
  }

  private JsonNode parsedDetail() {
    try {
      var parsed = Json.tree(required("Detail", detail));
      if (parsed.isObject()) {
        return parsed;
      }
    } catch (JsonProcessingException e) {
      throw malformed();
    }
    throw malformed();
  }

  private static AwsFailure malformed() {
    return new AwsFailure("MalformedDetail", "Detail is malformed.");
  }

  private static String required(String name, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      throw new AwsFailure(
          "InvalidArgument",
          "Parameter %s is not valid. Reason: %s is a required argument.".formatted(name, name));
    }
    return value;
  }

  private static int bytes(@Nullable String text) {
    return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
  }
}
