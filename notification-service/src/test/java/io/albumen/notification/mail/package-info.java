/** Mails: at most once whatever breaks, inert whatever is in them. */
@NullMarked
package io.albumen.notification.mail;

import org.jspecify.annotations.NullMarked;
