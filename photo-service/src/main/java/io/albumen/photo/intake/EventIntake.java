package io.albumen.photo.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.UserId;
import io.albumen.common.messaging.Event;
import io.albumen.common.messaging.QueueMessage;
import io.albumen.photo.account.Accounts;
import io.albumen.photo.erasure.ErasureSweeper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jboss.logging.Logger;

/** What each event leads to; the same whatever comes twice, late or in another order. */
@ApplicationScoped
class EventIntake {
  private static final Logger LOG = Logger.getLogger(EventIntake.class);

  private final Accounts accounts;
  private final ErasureSweeper erasures;
  private final ObjectMapper mapper;

  EventIntake(Accounts accounts, ErasureSweeper erasures, ObjectMapper mapper) {
    this.accounts = accounts;
    this.erasures = erasures;
    this.mapper = mapper;
  }

  /** No event, or its data not of its type; it never will be. */
  static final class NotUnderstood extends Exception {
    NotUnderstood(JsonProcessingException cause) {
      super("no event: " + cause.getClass().getSimpleName(), cause); // its words may quote
    }
  }

  void take(QueueMessage message) throws NotUnderstood {
    try {
      take(parse(message.body()));
    } catch (JsonProcessingException e) {
      throw new NotUnderstood(e);
    }
  }

  /**
   * What could not be taken after many tries: a deletion or a suspension must not get lost, so it
   * is tried for as long as the queue keeps it.
   */
  void takeDeadLetter(QueueMessage message) {
    LOG.errorf(
        "event could not be taken message=%s receiveCount=%d",
        message.messageId(), message.receiveCount());
    try {
      take(message);
    } catch (NotUnderstood e) {
      LOG.errorf("event dropped, not understood message=%s", message.messageId());
      LOG.debug("event dropped", e);
    }
  }

  /** Members that an event always has may still be missing. */
  private Event parse(String body) throws JsonProcessingException {
    var event = Event.parse(body, mapper);
    if (event == null
        || event.type() == null
        || event.occurredAt() == null
        || event.data() == null) {
      throw new JsonMappingException(null, "no event");
    }
    return event;
  }

  private void take(Event event) throws JsonProcessingException {
    switch (event.type()) {
      case "UserVerified", "UserProfileChanged" ->
          profile(event, event.dataAs(Facts.UserProfile.class, mapper));
      case "UserSuspended" -> suspended(event.dataAs(Facts.UserSuspended.class, mapper));
      case "UserDeleted" -> deleted(event.dataAs(Facts.UserDeleted.class, mapper));
      default -> LOG.debugf("event ignored type=%s event=%s", event.type(), event.id());
    }
  }

  private void profile(Event event, Facts.UserProfile profile) {
    if (profile.timeZone() == null) {
      return;
    }
    try {
      var zone = ZoneId.of(profile.timeZone());
      accounts.changeTimeZone(new UserId(profile.userId()), zone, event.occurredAt());
    } catch (DateTimeException e) {
      LOG.warnf("time zone ignored, not known here event=%s", event.id());
    }
  }

  private void suspended(Facts.UserSuspended fact) {
    accounts.suspend(new UserId(fact.userId()), fact.suspended(), fact.changedAt());
    LOG.infof("account suspension owner=%s suspended=%s", fact.userId(), fact.suspended());
  }

  private void deleted(Facts.UserDeleted fact) {
    erasures.erase(new UserId(fact.userId()));
  }
}
