package io.albumen.auth.discretion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Remembers how long it should have waited, and does not. */
@Alternative
@ApplicationScoped
public class RecordingPause implements Pause {
  private final List<Duration> taken = new ArrayList<>();

  public void clear() {
    taken.clear();
  }

  public List<Duration> taken() {
    return List.copyOf(taken);
  }

  @Override
  public void take(Duration length) {
    taken.add(length);
  }
}
