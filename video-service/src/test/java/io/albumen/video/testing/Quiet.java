package io.albumen.video.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Nobody else takes up the films of these tests. */
public final class Quiet implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("video.roles", "api", "video.lifecycle.sweep-every", "PT1H");
  }
}
