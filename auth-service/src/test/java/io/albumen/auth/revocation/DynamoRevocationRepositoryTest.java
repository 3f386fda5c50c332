package io.albumen.auth.revocation;

import io.albumen.auth.LocalStack;

class DynamoRevocationRepositoryTest extends RevocationRepositoryContract {
  private final RevocationRepository revocations =
      new DynamoRevocationRepository(LocalStack.dynamo(), LocalStack.table());

  @Override
  RevocationRepository revocations() {
    return revocations;
  }
}
