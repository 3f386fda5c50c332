/** Process-wide beans: AWS clients and the shape of the one table. No business rules. */
@NullMarked
package io.albumen.notification.runtime;

import org.jspecify.annotations.NullMarked;
