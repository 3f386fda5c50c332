package io.albumen.notification;

import io.albumen.common.testing.ContractCheck;
import io.albumen.common.testing.TestTokens;
import io.albumen.local.testing.LocalAwsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestTokens.Keys.class)
@QuarkusTestResource(
    value = LocalAwsResource.class,
    initArgs = @ResourceArg(name = "parts", value = "dynamodb,sqs,ses,events"))
class ContractTest {
  @Test
  void servesTheCommittedContract() throws IOException {
    ContractCheck.check("notification-service");
  }
}
