package io.albumen.video.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.UserId;
import io.albumen.common.messaging.Event;
import io.albumen.common.messaging.QueueMessage;
import io.albumen.video.closing.Erasure;
import io.albumen.video.closing.Suspension;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** What each event leads to; the same whatever comes twice, late or in another order. */
@ApplicationScoped
public class EventIntake {
  private static final Logger LOG = Logger.getLogger(EventIntake.class);

  private final Suspension suspension;
  private final Erasure erasure;
  private final ObjectMapper mapper;

  EventIntake(Suspension suspension, Erasure erasure, ObjectMapper mapper) {
    this.suspension = suspension;
    this.erasure = erasure;
    this.mapper = mapper;
  }

  /**
   * @throws JsonProcessingException if the body is no event, or its data not of its type
   */
  public void take(QueueMessage message) throws JsonProcessingException {
    var event = parse(message.body());
    switch (event.type()) {
      case "UserSuspended" -> suspended(event.dataAs(Facts.UserSuspended.class, mapper));
      case "UserDeleted" ->
          erasure.erase(new UserId(event.dataAs(Facts.UserDeleted.class, mapper).userId()));
      default -> LOG.debugf("event ignored type=%s event=%s", event.type(), event.id());
    }
  }

  /**
   * What could not be taken after many tries: a deletion or a suspension must not get lost, so it
   * is tried for as long as the queue keeps it. What is no event never will be one.
   */
  public void takeDeadLetter(QueueMessage message) {
    LOG.errorf(
        "event could not be taken message=%s receiveCount=%d",
        message.messageId(), message.receiveCount());
    try {
      take(message);
    } catch (JsonProcessingException e) {
      LOG.errorf("event dropped, not understood message=%s", message.messageId());
    }
  }

  /** Members that an event always has may still be missing. */
  private Event parse(String body) throws JsonProcessingException {
    var event = Event.parse(body, mapper);
    if (event == null || event.type() == null || event.data() == null) {
      throw new JsonMappingException(null, "no event");
    }
    return event;
  }

  private void suspended(Facts.UserSuspended fact) {
    var user = new UserId(fact.userId());
    if (fact.suspended()) {
      suspension.suspend(user, fact.changedAt());
    } else {
      suspension.end(user, fact.changedAt());
    }
  }
}
