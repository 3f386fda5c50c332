/** Process-wide beans: roles, AWS clients, background loops. No business rules. */
@NullMarked
package io.albumen.photo.runtime;

import org.jspecify.annotations.NullMarked;
