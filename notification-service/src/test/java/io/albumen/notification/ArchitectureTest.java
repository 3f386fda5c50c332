package io.albumen.notification;

import io.albumen.common.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void keepsTheHouseRules() {
    ArchitectureRules.check("io.albumen.notification");
  }
}
