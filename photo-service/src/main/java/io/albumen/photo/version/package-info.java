/** The originals that an item has had, and going back to one of them. */
@NullMarked
package io.albumen.photo.version;

import org.jspecify.annotations.NullMarked;
