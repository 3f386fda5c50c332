/** Films as records: what was asked for, how far it is, what came of it, and where that is kept. */
@NullMarked
package io.albumen.video.film;

import org.jspecify.annotations.NullMarked;
