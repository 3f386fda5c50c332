package io.albumen.notification.mail;

import io.albumen.notification.CrashPoint;

class InMemoryMailRepositoryTest extends MailRepositoryContract {
  private final MailRepository mails = new InMemoryMailRepository(new CrashPoint(), _ -> false);

  @Override
  MailRepository mails() {
    return mails;
  }
}
