/** Tests of films and where they are kept. */
@NullMarked
package io.albumen.video.film;

import org.jspecify.annotations.NullMarked;
