package io.albumen.auth;

import io.albumen.common.testing.ContractCheck;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnFakes.class)
class ContractTest {

  @Test
  void servesWhatTheContractSays() throws IOException {
    ContractCheck.check("auth-service");
  }
}
