/** Hears the bus: what becomes of the accounts whose libraries are kept here. */
@NullMarked
package io.albumen.photo.intake;

import org.jspecify.annotations.NullMarked;
