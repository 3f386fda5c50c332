/**
 * Mails: at most one per event. The record is written before the sending and kept as its audit; a
 * sending whose outcome a crash or a broken connection hides is {@code UNKNOWN}, never repeated.
 */
@NullMarked
package io.albumen.notification.mail;

import org.jspecify.annotations.NullMarked;
