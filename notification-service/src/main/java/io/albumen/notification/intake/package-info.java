/** Hears the bus: turns each event into contacts, inbox items and mails. */
@NullMarked
package io.albumen.notification.intake;

import org.jspecify.annotations.NullMarked;
