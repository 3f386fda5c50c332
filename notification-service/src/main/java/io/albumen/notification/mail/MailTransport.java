package io.albumen.notification.mail;

import io.albumen.notification.letter.Mail;

/** Hands a mail to the mail service, in one try. */
interface MailTransport {
  Delivery send(Mail mail);
}
