package io.albumen.notification.account;

import io.albumen.common.testing.TestTokens;
import io.albumen.local.testing.LocalAwsResource;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestTokens.Keys.class)
@QuarkusTestResource(
    value = LocalAwsResource.class,
    initArgs = @ResourceArg(name = "parts", value = "dynamodb,sqs,ses,events"))
class DynamoAccountRepositoryTest extends AccountRepositoryContract {
  @Override
  AccountRepository accounts() {
    return Arc.container().instance(AccountRepository.class).get();
  }
}
