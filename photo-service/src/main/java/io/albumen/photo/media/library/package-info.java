/**
 * How items come into a library, get their renditions and versions, and are read by their owner.
 */
@NullMarked
package io.albumen.photo.media.library;

import org.jspecify.annotations.NullMarked;
