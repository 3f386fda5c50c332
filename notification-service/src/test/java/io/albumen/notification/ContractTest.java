package io.albumen.notification;

import io.albumen.common.testing.ContractCheck;
import io.albumen.common.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestTokens.Keys.class)
class ContractTest {
  @Test
  void servesTheCommittedContract() throws IOException {
    ContractCheck.check("notification-service");
  }
}
