package io.albumen.photo;

import io.albumen.common.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void keepsTheArchitectureOfTheFleet() {
    ArchitectureRules.check("io.albumen.photo");
  }
}
