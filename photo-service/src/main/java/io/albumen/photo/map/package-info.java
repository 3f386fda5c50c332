/** The library on a map: its items in squares, counted as they come and go. */
@NullMarked
package io.albumen.photo.map;

import org.jspecify.annotations.NullMarked;
