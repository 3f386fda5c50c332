/** The service's own copy of whom it may write to, and its erasure. */
@NullMarked
package io.albumen.notification.account;

import org.jspecify.annotations.NullMarked;
