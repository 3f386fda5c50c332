/** Proof that nobody is told twice. */
@NullMarked
package io.albumen.notification;

import org.jspecify.annotations.NullMarked;
