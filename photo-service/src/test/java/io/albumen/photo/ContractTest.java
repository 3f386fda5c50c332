package io.albumen.photo;

import io.albumen.common.testing.ContractCheck;
import io.albumen.photo.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Stack
class ContractTest {

  @Test
  void servesWhatTheContractSays() throws IOException {
    ContractCheck.check("photo-service");
  }
}
