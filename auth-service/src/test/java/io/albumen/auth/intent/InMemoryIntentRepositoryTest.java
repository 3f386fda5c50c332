package io.albumen.auth.intent;

class InMemoryIntentRepositoryTest extends IntentRepositoryContract {
  private final IntentRepository intents = new InMemoryIntentRepository();

  @Override
  IntentRepository intents() {
    return intents;
  }
}
