/** Neighbours of the service, as its tests need them. */
@NullMarked
package io.albumen.video.testing;

import org.jspecify.annotations.NullMarked;
