package io.albumen.auth.registration;

class InMemoryAnnouncementRepositoryTest extends AnnouncementRepositoryContract {
  private final AnnouncementRepository announcements = new InMemoryAnnouncementRepository();

  @Override
  AnnouncementRepository announcements() {
    return announcements;
  }
}
