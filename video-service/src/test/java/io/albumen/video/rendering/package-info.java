/** Tests of films made under a lease. */
@NullMarked
package io.albumen.video.rendering;

import org.jspecify.annotations.NullMarked;
