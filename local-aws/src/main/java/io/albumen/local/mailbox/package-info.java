/** The mails that left the fleet, as a page and as JSON. */
@NullMarked
package io.albumen.local.mailbox;

import org.jspecify.annotations.NullMarked;
