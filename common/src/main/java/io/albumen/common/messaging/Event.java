package io.albumen.common.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.UUID;

/**
 * A fact, as it travels on the bus; {@code contracts/events} has the schema of each type's data.
 *
 * @param id the same at every delivery: consumers recognise a repetition by it
 * @param version of the data's schema, from 1
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Event(UUID id, String type, Instant occurredAt, int version, JsonNode data) {

  /** A fact of version 1 whose data is any bean or record. */
  public static Event of(
      UUID id, String type, Instant occurredAt, Object data, ObjectMapper mapper) {
    return new Event(id, type, occurredAt, 1, mapper.valueToTree(data));
  }

  /**
   * @throws JsonProcessingException if the text is no event
   */
  public static Event parse(String json, ObjectMapper mapper) throws JsonProcessingException {
    return mapper.readValue(json, Event.class);
  }

  public String toJson(ObjectMapper mapper) {
    try {
      return mapper.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event is always JSON", e);
    }
  }

  /**
   * The data as a record; unknown members are ignored.
   *
   * @throws JsonProcessingException if members are missing or of another type
   */
  public <T> T dataAs(Class<T> type, ObjectMapper mapper) throws JsonProcessingException {
    return mapper.treeToValue(data, type);
  }
}
