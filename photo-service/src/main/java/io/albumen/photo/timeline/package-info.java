/** The library by the local month in which things were taken, as columns ready to draw. */
@NullMarked
package io.albumen.photo.timeline;

import org.jspecify.annotations.NullMarked;
