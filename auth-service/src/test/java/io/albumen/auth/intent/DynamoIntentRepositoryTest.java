package io.albumen.auth.intent;

import io.albumen.auth.LocalStack;

class DynamoIntentRepositoryTest extends IntentRepositoryContract {
  private final IntentRepository intents =
      new DynamoIntentRepository(LocalStack.dynamo(), LocalStack.table());

  @Override
  IntentRepository intents() {
    return intents;
  }
}
