/** Contacts, in memory and in DynamoDB. */
@NullMarked
package io.albumen.notification.account;

import org.jspecify.annotations.NullMarked;
