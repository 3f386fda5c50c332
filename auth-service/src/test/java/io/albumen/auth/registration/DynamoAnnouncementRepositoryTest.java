package io.albumen.auth.registration;

import io.albumen.auth.LocalStack;

class DynamoAnnouncementRepositoryTest extends AnnouncementRepositoryContract {
  private final AnnouncementRepository announcements =
      new DynamoAnnouncementRepository(LocalStack.dynamo(), LocalStack.table());

  @Override
  AnnouncementRepository announcements() {
    return announcements;
  }
}
