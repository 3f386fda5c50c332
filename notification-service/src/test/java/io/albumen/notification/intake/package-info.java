/** What events lead to, with crashes between any two steps. */
@NullMarked
package io.albumen.notification.intake;

import org.jspecify.annotations.NullMarked;
