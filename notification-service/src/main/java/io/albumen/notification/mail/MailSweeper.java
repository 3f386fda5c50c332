package io.albumen.notification.mail;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks for mails whose sender died, in every process; the store decides who settles one. */
@ApplicationScoped
class MailSweeper {
  private final MailService mails;

  MailSweeper(MailService mails) {
    this.mails = mails;
  }

  @Scheduled(
      every = "${notification.mail.sweep-every:30s}",
      delayed = "10s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void sweep() {
    mails.sweep();
  }
}
