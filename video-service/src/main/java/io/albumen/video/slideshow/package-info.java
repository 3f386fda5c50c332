/**
 * Makes a film of still pictures in memory that does not grow with their number: blends here, and
 * sends the encoder only frames that differ from the one before.
 */
@NullMarked
package io.albumen.video.slideshow;

import org.jspecify.annotations.NullMarked;
