package io.albumen.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.photo.runtime.RoleConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class ConfigDefaultsTest {

  @Test
  void doesEverythingInOneProcessUnlessToldOtherwise() {
    var roles =
        new SmallRyeConfigBuilder()
            .withMapping(RoleConfig.class)
            .build()
            .getConfigMapping(RoleConfig.class)
            .roles();

    assertThat(roles).containsExactlyInAnyOrder(RoleConfig.Role.API, RoleConfig.Role.WORKER);
  }
}
