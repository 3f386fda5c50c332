/** Inboxes, in memory and in DynamoDB. */
@NullMarked
package io.albumen.notification.inbox;

import org.jspecify.annotations.NullMarked;
