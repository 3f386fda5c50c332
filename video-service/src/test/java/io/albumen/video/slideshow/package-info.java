/** Tests of making a film of still pictures. */
@NullMarked
package io.albumen.video.slideshow;

import org.jspecify.annotations.NullMarked;
