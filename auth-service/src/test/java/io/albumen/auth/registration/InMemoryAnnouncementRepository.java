package io.albumen.auth.registration;

import io.albumen.auth.Lifeline;
import io.albumen.common.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Announcements in a map. */
@Alternative
@ApplicationScoped
public class InMemoryAnnouncementRepository implements AnnouncementRepository {
  private final Lifeline life;
  private final Map<UserId, Instant> announced = new HashMap<>();

  public InMemoryAnnouncementRepository() {
    this(new Lifeline());
  }

  InMemoryAnnouncementRepository(Lifeline life) {
    this.life = life;
  }

  @Override
  public boolean isAnnounced(UserId user) {
    return announced.containsKey(user);
  }

  @Override
  public boolean markAnnounced(UserId user, Instant at) {
    var isFirst = announced.putIfAbsent(user, at) == null;
    life.step();
    return isFirst;
  }

  @Override
  public void erase(UserId user) {
    announced.remove(user);
    life.step();
  }
}
