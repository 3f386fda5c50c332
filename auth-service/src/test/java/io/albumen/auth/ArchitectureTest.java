package io.albumen.auth;

import io.albumen.common.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void keepsTheArchitectureOfEveryService() {
    ArchitectureRules.check("io.albumen.auth");
  }
}
