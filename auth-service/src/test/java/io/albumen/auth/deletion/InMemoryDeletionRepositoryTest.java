package io.albumen.auth.deletion;

class InMemoryDeletionRepositoryTest extends DeletionRepositoryContract {
  private final DeletionRepository deletions = new InMemoryDeletionRepository();

  @Override
  DeletionRepository deletions() {
    return deletions;
  }
}
