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
  private final Map<UserId, String> receipts = new LinkedHashMap<>();
  private final List<UserId> deleted = new ArrayList<>();
  private final List<Addressee> farewells = new ArrayList<>();
  private final List<Suspension> suspensions = new ArrayList<>();
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
    receipts.clear();
    deleted.clear();
    farewells.clear();
    suspensions.clear();
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

  /** Who asked for the end of their account, with the receipt. */
  public Map<UserId, String> receipts() {
    return Map.copyOf(receipts);
  }

  /** Whose data was to be erased, as often as told. */
  public List<UserId> deletedUsers() {
    return List.copyOf(deleted);
  }

  /** Who was told that all is gone, as often as told. */
  public List<Addressee> farewells() {
    return List.copyOf(farewells);
  }

  /** In order, as often as told. */
  public List<Suspension> suspensions() {
    return List.copyOf(suspensions);
  }

  @Override
  public void deletionRequested(UserId user, Addressee addressee, String receipt) {
    reach();
    receipts.put(user, receipt);
    life.step();
  }

  @Override
  public void deleted(UserId user) {
    reach();
    deleted.add(user);
    life.step();
  }

  @Override
  public void deletionCompleted(UserId user, Addressee addressee) {
    reach();
    farewells.add(addressee);
    life.step();
  }

  @Override
  public void suspensionChanged(Suspension suspension) {
    reach();
    suspensions.add(suspension);
    life.step();
  }

  private void reach() {
    if (isDown) {
      throw new IllegalStateException("the bus is down");
    }
  }
}
