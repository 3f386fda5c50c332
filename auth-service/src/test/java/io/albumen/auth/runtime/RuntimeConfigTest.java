package io.albumen.auth.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.auth.TestConfig;
import io.albumen.common.messaging.EventsConfig;
import io.smallrye.config.ConfigValidationException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RuntimeConfigTest {

  @Test
  void hasTheFleetsTableByDefault() {
    assertThat(TestConfig.defaults(AccountsConfig.class).table()).isEqualTo("accounts");
  }

  @Test
  void hasTheFleetsBusByDefault() {
    assertThat(TestConfig.defaults(EventsConfig.class).bus()).isEqualTo("albumen");
  }

  @Test
  void lastsNoLongerThanPeopleWait() {
    assertThat(TestConfig.defaults(AwsConfig.class).callTimeout()).isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void hasNoDefaultForASecret() {
    assertThatThrownBy(() -> TestConfig.defaults(CognitoConfig.class))
        .isInstanceOf(ConfigValidationException.class)
        .hasMessageContaining("albumen.cognito.client-secret");
  }
}
