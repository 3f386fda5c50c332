package io.albumen.video.account;

import io.albumen.common.testing.TestTokens;
import io.albumen.local.testing.LocalAwsResource;
import io.albumen.video.testing.Quiet;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;

@QuarkusTest
@TestProfile(Quiet.class)
@WithTestResource(
    value = LocalAwsResource.class,
    initArgs = @ResourceArg(name = "parts", value = "dynamodb,sqs,s3,events"))
@WithTestResource(TestTokens.Keys.class)
class DynamoAccountRepositoryTest extends AccountRepositoryContract {
  @Inject AccountRepository accounts;

  @Override
  AccountRepository accounts() {
    return accounts;
  }
}
