/** Hears the bus: what becomes of the accounts whose films are kept here. */
@NullMarked
package io.albumen.video.intake;

import org.jspecify.annotations.NullMarked;
