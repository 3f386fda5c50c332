package io.albumen.notification.mail;

/** Hands a mail to the mail service, in one try. */
interface MailTransport {
  Delivery send(Mail mail);
}
