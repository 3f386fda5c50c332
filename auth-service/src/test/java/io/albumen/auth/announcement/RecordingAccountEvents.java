package io.albumen.auth.announcement;

import io.albumen.auth.Lifeline;
import io.albumen.auth.pool.PoolUser;
import io.albumen.auth.pool.Profile;
import io.albumen.common.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Remembers what it was told to publish. */
@Alternative
@ApplicationScoped
public class RecordingAccountEvents implements AccountEvents {
  private final Lifeline life;
  private final List<UserId> verified = new ArrayList<>();
  private final Map<UUID, Profile> changes = new LinkedHashMap<>();
  private final Map<UUID, Security> securityChanges = new LinkedHashMap<>();
  private boolean isDown;

  /** What the owner of an account was told. */
  public record Security(UserId user, SecurityChange change) {}

  public RecordingAccountEvents() {
    this(new Lifeline());
  }

  public RecordingAccountEvents(Lifeline life) {
    this.life = life;
  }

  public void clear() {
    verified.clear();
    changes.clear();
    securityChanges.clear();
    isDown = false;
  }

  public void goDown() {
    isDown = true;
  }

  public void comeBack() {
    isDown = false;
  }

  public List<UserId> verifiedUsers() {
    return List.copyOf(verified);
  }

  public Map<UUID, Profile> profileChanges() {
    return Map.copyOf(changes);
  }

  @Override
  public void verified(PoolUser user) {
    reach();
    verified.add(user.id());
    life.step();
  }

  @Override
  public void profileChanged(UUID change, PoolUser user) {
    reach();
    changes.put(change, user.profile());
    life.step();
  }

  /** By id. */
  public Map<UUID, Security> securityChanges() {
    return Map.copyOf(securityChanges);
  }

  @Override
  public void securityChanged(UUID id, UserId user, SecurityChange change) {
    reach();
    securityChanges.put(id, new Security(user, change));
    life.step();
  }

  private void reach() {
    if (isDown) {
      throw new IllegalStateException("the bus is down");
    }
  }
}
