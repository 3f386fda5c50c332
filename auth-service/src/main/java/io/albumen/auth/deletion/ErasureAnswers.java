package io.albumen.auth.deletion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.UserId;
import io.albumen.common.messaging.Event;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What the services answer to {@code UserDeleted}. */
@ApplicationScoped
class ErasureAnswers {
  private static final Logger LOG = Logger.getLogger(ErasureAnswers.class);
  private static final String TYPE = "UserDataErased";

  private final DeletionCourse course;
  private final ObjectMapper mapper;

  ErasureAnswers(DeletionCourse course, ObjectMapper mapper) {
    this.course = course;
    this.mapper = mapper;
  }

  private record UserDataErased(@Nullable UUID userId, @Nullable String service) {}

  /** What is no answer is dropped: if it was meant as one, the service will be asked again. */
  void take(String body) {
    try {
      var event = Event.parse(body, mapper);
      if (TYPE.equals(event.type())) {
        take(event.dataAs(UserDataErased.class, mapper));
      } else {
        LOG.infof("event ignored type=%s event=%s", event.type(), event.id());
      }
    } catch (JsonProcessingException e) {
      LOG.errorf("no event, dropped reason=%s", e.getClass().getSimpleName());
    }
  }

  private void take(UserDataErased fact) {
    if (fact.userId() == null || fact.service() == null) {
      LOG.error("erasure of nobody or by nobody, dropped");
      return;
    }
    course.answered(new UserId(fact.userId()), fact.service());
  }
}
