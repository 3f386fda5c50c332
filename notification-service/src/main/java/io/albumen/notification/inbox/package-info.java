/** What a user finds in the app: one item per event, newest first, read or not. */
@NullMarked
package io.albumen.notification.inbox;

import org.jspecify.annotations.NullMarked;
